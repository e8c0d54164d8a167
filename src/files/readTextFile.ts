import { access, constants, lstat, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { EnvFileReading } from '../core/envFiles/envFileStore';
import { largestEnvFile, utf8Text } from '../core/envFiles/utf8Text';
import { errorCode } from './errorCode';

const anyWriteBit = 0o222;

/**
 * Reads a file that lies below `folder`; both are absolute. A link on the way from there is an
 * obstacle: it may lead out of the folder, or to a file that git tracks.
 */
export async function readTextFile(path: string, folder: string): Promise<EnvFileReading> {
  try {
    if (await hasLink(path, folder)) {
      return { kind: 'obstacle', obstacle: 'link' };
    }
    const stats = await lstat(path);
    if (!stats.isFile()) {
      return { kind: 'obstacle', obstacle: 'notAFile' };
    }
    if (stats.size > largestEnvFile) {
      return { kind: 'obstacle', obstacle: 'tooLarge' };
    }
    const text = utf8Text(await readFile(path));
    return text === undefined
      ? { kind: 'obstacle', obstacle: 'notUtf8' }
      : { kind: 'text', text, isReadOnly: !(await isWritable(path, stats.mode)) };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) {
      return { kind: 'missing' };
    }
    throw error;
  }
}

/** Where a file really is, with every link above it followed. It need not be there yet. */
export async function realPath(path: string): Promise<string> {
  return join(await realpath(dirname(path)), basename(path));
}

async function hasLink(path: string, folder: string): Promise<boolean> {
  const parts = relative(folder, path).split(sep);
  for (let count = 1; count <= parts.length; count++) {
    if ((await lstat(join(folder, ...parts.slice(0, count)))).isSymbolicLink()) {
      return true;
    }
  }
  return false;
}

/** A file that nobody may write to is meant so, even where its folder would let it be replaced. */
async function isWritable(path: string, mode: number): Promise<boolean> {
  return (
    (mode & anyWriteBit) !== 0 &&
    access(path, constants.W_OK).then(
      () => true,
      () => false,
    )
  );
}
