import { EnvFileWriter } from '../../core/envFiles/envFileWriter';
import type { RoomLocks } from '../../core/locks/roomLocks';
import type { Clock } from '../../core/time/clock';
import { envFileStore } from './envFileStore';
import { openDocuments } from './openDocuments';
import { standingOf } from './standingOf';

export { addToGitIgnore, gitIgnoreEntry } from './gitIgnore';
export { envFileStore, standingOf };

/** The writer of this window's `.env` files. */
export function createWriter(locks: RoomLocks, clock: Clock): EnvFileWriter {
  return new EnvFileWriter({
    store: envFileStore,
    standing: standingOf,
    documents: openDocuments,
    locks,
    clock,
  });
}
