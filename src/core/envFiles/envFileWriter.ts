import type { GitStanding } from '../git/gitStanding';
import type { RoomLocks } from '../locks/roomLocks';
import type { Clock } from '../time/clock';
import { editEnvFile } from './editEnvFile';
import type { EnvFileStore } from './envFileStore';
import type { EnvWriteOutcome } from './envWriteOutcome';
import type { OpenDocuments } from './openDocuments';
import { UnwritableEnvValueError } from './unwritableEnvValueError';

/** The values that variables shall have, undefined for none; those that are absent stay. */
export type EnvValues = Readonly<Record<string, string | undefined>>;

/** A change of a file. */
export interface EnvFileChange {
  /** URI as text. */
  readonly file: string;
  /** What the variables shall hold, by what the file says at that moment. Called for each attempt. */
  valuesFor(text: string): Promise<EnvValues>;
  /** Whether a file that is not there is made. */
  readonly creates: boolean;
  /** Whether values only go: then it does not matter whether git would see them. */
  readonly onlyRemoves: boolean;
}

/** What a writer works on. */
export interface EnvFileWriterPorts {
  readonly store: EnvFileStore;
  /** What git makes of a file (URI as text). */
  readonly standing: (file: string) => Promise<GitStanding>;
  readonly documents: OpenDocuments;
  readonly locks: RoomLocks;
  readonly clock: Clock;
}

/** Whoever writes to a file for so many attempts writes to it all the time. */
const mostAttempts = 8;

/** Pauses grow by this, in milliseconds: whoever has just written may not be done. */
const pauseStep = 40;

const { signal: never } = new AbortController();

/**
 * Changes variables of `.env` files and nothing else in them, one writer at a time over all windows.
 * A file that somebody else changes meanwhile is read again, never overwritten.
 */
export class EnvFileWriter {
  constructor(private readonly ports: EnvFileWriterPorts) {}

  /** Rejects when the system fails, or `valuesFor` does. */
  async change(change: EnvFileChange): Promise<EnvWriteOutcome> {
    const release = await this.ports.locks.acquire(`env ${change.file}`, never);
    try {
      for (let attempt = 1; attempt <= mostAttempts; attempt++) {
        const outcome = await this.attempt(change);
        if (outcome !== undefined) {
          return outcome;
        }
        await this.pause(attempt * pauseStep);
      }
      return { kind: 'busy' };
    } finally {
      await release?.();
    }
  }

  /** Removes what a write that was broken off has left beside a file. */
  tidy(file: string): Promise<void> {
    return this.ports.store.tidy(file);
  }

  /** Undefined when the file was changed by somebody else between reading and writing. */
  private async attempt(change: EnvFileChange): Promise<EnvWriteOutcome | undefined> {
    const { store, documents } = this.ports;
    const { file, creates, onlyRemoves } = change;
    const reading = await store.read(file);
    if (reading.kind === 'obstacle') {
      return { kind: 'refused', refusal: reading.obstacle };
    }
    if (reading.kind === 'missing' && (onlyRemoves || !creates)) {
      return { kind: 'missing' };
    }
    const before = reading.kind === 'text' ? reading.text : undefined;
    const after = changedText(before ?? '', await change.valuesFor(before ?? ''));
    if (after === undefined) {
      return { kind: 'refused', refusal: 'unwritable' };
    }
    if (after === (before ?? '')) {
      return { kind: 'unchanged' };
    }
    if (reading.kind === 'text' && reading.isReadOnly) {
      return { kind: 'refused', refusal: 'readOnly' };
    }
    const standing = onlyRemoves ? undefined : await this.ports.standing(file);
    if (standing && standing.kind !== 'ignored' && standing.kind !== 'noRepository') {
      return { kind: 'refused', refusal: standing.kind };
    }
    if (documents.hasUnsavedChanges(file)) {
      return { kind: 'unsaved' };
    }
    const isWritten = await store.replace(file, { before, after, isPrivate: true });
    return isWritten ? { kind: 'written' } : undefined;
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise(resolve => void this.ports.clock.schedule(milliseconds, resolve));
  }
}

function changedText(text: string, values: EnvValues): string | undefined {
  try {
    return editEnvFile(text, values);
  } catch (error) {
    if (error instanceof UnwritableEnvValueError) {
      return undefined;
    }
    throw error;
  }
}
