import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** Every entry below a folder, with paths from there. */
export function entriesIn(folder: string): Promise<string[]> {
  return readdir(folder, { recursive: true });
}

/** Makes every lock in a folder look as if it were made so many milliseconds ago. */
export async function age(folder: string, milliseconds: number): Promise<void> {
  const time = new Date(Date.now() - milliseconds);
  for (const entry of await entriesIn(folder)) {
    await utimes(join(folder, entry), time, time);
  }
}
