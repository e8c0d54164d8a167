import { mkdir, readdir, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './errorCode';

// A lock is a folder, which only one process can make, with one empty file named by its holder's
// nonce. With the holder in its path every removal is conditional: `unlink` takes away that holder
// or nobody, `rmdir` an empty folder or nothing. A plain lock file has no such operation: between
// the look at its content and its removal it may have become the lock of somebody else.

/**
 * Age in milliseconds beyond which a lock counts as left behind by a process that was killed. What
 * is done under a lock has to end well before: a request has a deadline of 15 s.
 */
export const staleAfter = 30_000;

/**
 * The same for a folder that names no holder, because its maker has not come to it yet or was killed
 * on the way in or out. A maker that is only slow loses nothing but its turn.
 */
const staleUnnamedAfter = 2_000;

/** It was already gone, or somebody else has entered. `EEXIST`: some systems say so for not empty. */
const lostToAnother = new Set(['ENOENT', 'ENOTEMPTY', 'EEXIST']);

/** How an attempt ended: the lock is this holder's, another's, or was a stale one and is now gone. */
export type Attempt = 'locked' | 'held' | 'cleared';

/**
 * Tries once, without waiting, to make the lock at `path`. `now` is in milliseconds since the epoch.
 * Rejects with the file system's error.
 */
export async function tryLock(path: string, nonce: string, now: number): Promise<Attempt> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') {
      throw error;
    }
    return (await clearStale(path, now)) ? 'cleared' : 'held';
  }
  return (await enter(path, nonce)) ? 'locked' : 'held';
}

/**
 * Names the holder. A process that slept on the way from `mkdir` to here may find another's folder in
 * place of its own. Each writes first and then looks, so at most one sees itself alone.
 */
async function enter(path: string, nonce: string): Promise<boolean> {
  let isAlone = false;
  try {
    await writeFile(join(path, nonce), '', { flag: 'wx', mode: 0o600 });
    const holders = await readdir(path);
    isAlone = holders.length === 1 && holders[0] === nonce;
  } finally {
    if (!isAlone) {
      await withdraw(path, nonce);
    }
  }
  return isAlone;
}

/** Undoes an entry as far as it came. What can't be removed now goes stale. */
async function withdraw(path: string, nonce: string): Promise<void> {
  await unlink(join(path, nonce)).catch(() => undefined);
  await rmdir(path).catch(() => undefined);
}

/** Removes a lock that is too old, or too far in the future since the clock was set back. */
async function clearStale(path: string, now: number): Promise<boolean> {
  try {
    const [holder] = await readdir(path);
    const entry = holder === undefined ? path : join(path, holder);
    const { mtimeMs } = await stat(entry);
    if (Math.abs(now - mtimeMs) <= (holder === undefined ? staleUnnamedAfter : staleAfter)) {
      return false;
    }
    if (holder !== undefined) {
      await unlink(entry);
    }
    await rmdir(path);
    return true;
  } catch (error) {
    if (lostToAnother.has(errorCode(error))) {
      return false;
    }
    throw error;
  }
}
