import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';
import type { TokenTimes } from '../../../src/core/tokens/tokenTimes';

/** What a window is told. */
export type Order =
  /** To compose its core, as on activation. */
  | { readonly kind: 'open' }
  /** To refresh the room as its user would. */
  | { readonly kind: 'refresh'; readonly ttlSeconds: number };

/** What a window says of itself. */
export type Report =
  | { readonly kind: 'ready' }
  /** It looked at the room's lock, found it held and will look again. */
  | { readonly kind: 'waiting' }
  /** It shows another client token than before. */
  | { readonly kind: 'shows'; readonly clientToken: TokenTimes | undefined }
  /** The refresh that its user asked for has succeeded. */
  | { readonly kind: 'refreshed'; readonly clientToken: TokenTimes | undefined };

type ReportOf<Kind extends Report['kind']> = Extract<Report, { readonly kind: Kind }>;

/** Where a window works. */
export interface WindowPlace {
  /** What all windows share. */
  readonly folder: string;
  readonly baseUrl: string;
  readonly roomId: string;
}

/** Bundles the program of a window, so that starting one takes no compiler. */
export async function bundleWindowProgram(program: string): Promise<void> {
  await build({
    entryPoints: ['test/unit/windows/windowProgram.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
}

/** A process with the core of a window; killed when the test ends. */
export class WindowProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(
    program: string,
    { folder, baseUrl, roomId }: WindowPlace,
  ): Promise<WindowProcess> {
    const child = fork(program, [folder, baseUrl, roomId], { execArgv: [] });
    const window = new WindowProcess(child);
    onTestFinished(() => window.kill());
    await window.next('ready');
    return window;
  }

  /** Gives an order. */
  give(order: Order): void {
    this.child.send(order);
  }

  /** Gives an order, and resolves at the first such report after it. */
  order<Kind extends Report['kind']>(order: Order, until: Kind): Promise<ReportOf<Kind>> {
    const reported = this.next(until);
    this.give(order);
    return reported;
  }

  /** Resolves at the next such report; rejects when the process ends before. */
  next<Kind extends Report['kind']>(expected: Kind): Promise<ReportOf<Kind>> {
    return new Promise((resolve, reject) => {
      const listen = (message: unknown) => {
        const report = message as Report;
        if (report.kind === expected) {
          this.child.off('message', listen).off('exit', fail);
          resolve(report as ReportOf<Kind>);
        }
      };
      const fail = () => reject(new Error(`The window ended before it was '${expected}'.`));
      this.child.on('message', listen).once('exit', fail);
    });
  }

  /** Kills it where it stands, and resolves when it is gone. */
  async kill(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exit = once(this.child, 'exit');
      this.child.kill('SIGKILL');
      await exit;
    }
  }
}
