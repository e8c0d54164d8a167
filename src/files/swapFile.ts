import { readFileSync, renameSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './errorCode';
import { makePassingFolder, removePassingFolder } from './passingFolder';

/** A new content for a file. */
export interface FileReplacement {
  /** What the file held when it was read. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** How a replacement went. */
export type Swap =
  | { readonly kind: 'done' }
  /** Nothing was done: the file does not hold what it was to hold. */
  | { readonly kind: 'changed' }
  /** It was replaced, and somebody wrote this to the old file in the last moment. */
  | { readonly kind: 'late'; readonly content: Buffer };

/** Whoever opened the file just before it was replaced has written to it by then; in milliseconds. */
const lateWriteAfter = 50;

/** Windows may not let a file be replaced that somebody has open, be it ourselves. */
const holdsReplaced = process.platform !== 'win32';

/**
 * Puts a content in place of another in one step: whoever reads the file sees the one or the other,
 * whole, with the same mode and owner.
 *
 * A rename can't be made to depend on what it replaces. So the last look and the rename follow each
 * other without a pause; and what somebody writes in between goes to the file that was replaced, is
 * found there, and is handed out.
 */
export async function swapFile(path: string, { before, after }: FileReplacement): Promise<Swap> {
  const replaced = await openIfThere(path);
  if (replaced === undefined) {
    return { kind: 'changed' };
  }
  try {
    if (!(await passOver(path, replaced, { before, after }))) {
      return { kind: 'changed' };
    }
    if (!holdsReplaced) {
      return { kind: 'done' };
    }
    await sleep(lateWriteAfter);
    const content = await readWhole(replaced);
    return content.equals(before) ? { kind: 'done' } : { kind: 'late', content };
  } finally {
    await replaced.close();
  }
}

/** Writes the new content beside the file, and renames it over the old one. */
async function passOver(
  path: string,
  replaced: FileHandle,
  { before, after }: FileReplacement,
): Promise<boolean> {
  const folder = await makePassingFolder(dirname(path));
  try {
    const file = join(folder, 'env');
    await writeLike(replaced, file, after);
    return renameOver(path, file, before);
  } finally {
    await removePassingFolder(folder);
  }
}

/** Writes a file with the mode and the owner of another, through to the disk. */
async function writeLike(model: FileHandle, path: string, content: Uint8Array): Promise<void> {
  const { mode, uid, gid } = await model.stat();
  const file = await open(path, 'wx', 0o600);
  try {
    const own = await file.stat();
    if (own.uid !== uid || own.gid !== gid) {
      await file.chown(uid, gid);
    }
    await file.chmod(mode & 0o7777);
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Renames a file over another that still holds what is expected; synchronous, to leave no gap. */
function renameOver(path: string, file: string, expected: Uint8Array): boolean {
  try {
    if (!readFileSync(path).equals(expected)) {
      return false;
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      return false;
    }
    throw error;
  }
  renameSync(file, path);
  return true;
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

async function readWhole(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat();
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0);
  return buffer.subarray(0, bytesRead);
}
