import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the names of our folders begin with; a random part follows. */
export const passingPrefix = '.telnyx-rooms-';

/** Makes git ignore the folder it stands in, and itself, whatever other rules say. */
export const ignoreAll = '*\n';

/** So old a folder is nobody's any more: its maker was killed. In milliseconds. */
export const leftBehindAfter = 60_000;

/**
 * Makes a folder for a file that is on its way into `parent`: on the same disk, so that it can be
 * renamed into place, for the user's eyes only, and out of git's sight at every moment.
 */
export async function makePassingFolder(parent: string): Promise<string> {
  const folder = await mkdtemp(join(parent, passingPrefix));
  await writeFile(join(folder, '.gitignore'), ignoreAll, { flag: 'wx', mode: 0o600 });
  return folder;
}

/** Removes such a folder with what is in it. Never rejects: what stays is removed the next time. */
export async function removePassingFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 2 }).catch(() => undefined);
}

/** Removes the folders that were left behind in `parent`. Never rejects. `now` as `Date.now()`. */
export async function removeLeftBehind(parent: string, now: number): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names.filter(name => name.startsWith(passingPrefix))) {
    const folder = join(parent, name);
    const made = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => now,
    );
    if (Math.abs(now - made) > leftBehindAfter) {
      await removePassingFolder(folder);
    }
  }
}
