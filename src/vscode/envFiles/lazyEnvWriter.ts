import type { EnvFileChange, EnvFileWriter } from '../../core/envFiles/envFileWriter';
import type { EnvWriteOutcome } from '../../core/envFiles/envWriteOutcome';
import type { RoomLocks } from '../../core/locks/roomLocks';
import type { Clock } from '../../core/time/clock';
import type * as envWriting from './envWriting';

/** What reads and writes `.env` files, and asks git. */
export type EnvWriting = typeof envWriting;

/** Loads the bundle that reads and writes `.env` files, at the first call. */
export function loadEnvWriting(): Promise<EnvWriting> {
  return import('./envWriting');
}

/** The writer of `.env` files, loaded when a workspace has a link. */
export class LazyEnvWriter implements Pick<EnvFileWriter, 'change' | 'tidy'> {
  private writer: EnvFileWriter | undefined;

  constructor(
    private readonly locks: RoomLocks,
    private readonly clock: Clock,
  ) {}

  async change(change: EnvFileChange): Promise<EnvWriteOutcome> {
    return (await this.load()).change(change);
  }

  async tidy(file: string): Promise<void> {
    await (await this.load()).tidy(file);
  }

  private async load(): Promise<EnvFileWriter> {
    const { createWriter } = await loadEnvWriting();
    return (this.writer ??= createWriter(this.locks, this.clock));
  }
}
