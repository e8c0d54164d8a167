import { readFile, writeFile } from 'node:fs/promises';
import { errorCode } from './errorCode';
import { swapFile, type FileReplacement } from './swapFile';

/** Whoever writes all the time has to stop some day. */
const mostAttempts = 50;

/**
 * Puts a content in place of another, and loses nothing that somebody else writes meanwhile. Answers
 * false when the file does not hold `before` any more, or held something else in the last moment.
 */
export async function replaceFile(path: string, replacement: FileReplacement): Promise<boolean> {
  const swap = await swapFile(path, replacement);
  if (swap.kind === 'late') {
    await bringBack(path, swap.content, replacement);
  }
  return swap.kind === 'done';
}

/**
 * Brings back what was written to a file that was replaced: what was appended to it, or all of it
 * where nobody has written to the new one since. Of two that wrote all anew, the later one counts.
 */
async function bringBack(
  path: string,
  late: Buffer,
  { before, after }: FileReplacement,
): Promise<void> {
  const isAppended = late.subarray(0, before.length).equals(before);
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const now = await readFile(path);
    if (!isAppended && !now.equals(after)) {
      return;
    }
    const whole = isAppended ? Buffer.concat([now, late.subarray(before.length)]) : late;
    const swap = await swapFile(path, { before: now, after: whole });
    if (swap.kind === 'late') {
      await bringBack(path, swap.content, { before: now, after: whole });
    }
    if (swap.kind !== 'changed') {
      return;
    }
  }
}

/** Makes a file. Answers false when there is one. */
export async function createFile(
  path: string,
  content: Uint8Array,
  isPrivate: boolean,
): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx', mode: isPrivate ? 0o600 : 0o666 });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      return false;
    }
    throw error;
  }
}
