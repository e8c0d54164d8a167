// What the bench asks of an extension host, and what it gets back: JSON in files of the workspace.
import type { ClientJob, ClientResult } from '../clients/clientJobs';

/**
 * The extension as users install it, by its id, and what it is compared with: one that does nothing,
 * one that registers as many commands and nothing else, one that sets a text in the status bar each
 * second and nothing else.
 */
export const extensionIds = {
  packaged: 'telnyx-room-tokens.telnyx-room-tokens',
  empty: 'bench.empty',
  commands: 'bench.commands',
  ticking: 'bench.ticking',
} as const;

export type BenchExtension = keyof typeof extensionIds;

/** Names of the files in the folder that a window opens: its task, the result, what is to be stored. */
export const taskFile = 'task.json';
export const resultFile = 'result.json';
export const seedFile = 'seed.json';

/** By its kind, what a task needs and what it results in. Times in milliseconds. */
export interface ProbeTasks {
  /**
   * Times `activate`, as the first extension of its host, and how long our own window takes to be open
   * since; then a client's first call, if one is asked for.
   */
  activate: {
    task: { extension: BenchExtension; call?: ClientJob };
    result: { milliseconds: number; opened?: number; call?: ClientResult };
  };
  /** Watches an activated extension do nothing for some time. */
  idle: {
    task: { extension: BenchExtension; milliseconds: number; counts: boolean };
    result: IdleResult;
  };
  /** Runs an HTTP client in the host. */
  client: { task: { job: ClientJob }; result: ClientResult };
  /** Shows the view with its rooms, then refreshes one room. */
  tree: { task: { roomId: string }; result: TreeResult };
  /** Starts refreshes of a room by the command, and presses Enter in its prompt. */
  click: { task: { roomKey: string; times: number; pause: number }; result: ClickResult };
}

export interface IdleResult {
  /** When the watch began and ended, in milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  /** CPU time of the process in that time. */
  readonly cpu: number;
  /** Bytes, after a collection of garbage. */
  readonly heap: number;
  /** Counting takes CPU time itself, so it is done only where it is asked for. */
  readonly counts?: {
    /** Tokens that were decoded in that time. */
    readonly decoded: number;
    /** Delays of the timers of the packaged extension that are pending at the end. */
    readonly timers: readonly number[];
  };
}

export interface TreeResult {
  /** From the question for the root's children to the last row, without the workbench. */
  readonly rootList: number;
  readonly rows: number;
  /** Different rows that were asked for again because of the refresh. */
  readonly redrawnRows: number;
  /** Whether everything was redrawn at least once because of the refresh. */
  readonly redrawnWhole: boolean;
  /** How often the token that the refresh decoded most was. */
  readonly decodes: number;
}

export interface ClickResult {
  /** From the Enter to the event that tells of the room's new token. */
  readonly milliseconds: readonly number[];
}

export type ProbeKind = keyof ProbeTasks;

/** A task as it stands in its file. */
export type ProbeTask = {
  [Kind in ProbeKind]: { readonly kind: Kind } & ProbeTasks[Kind]['task'];
}[ProbeKind];

/** What a task resulted in, as it stands in its file. */
export type ProbeAnswer = { readonly result: unknown } | { readonly error: string };
