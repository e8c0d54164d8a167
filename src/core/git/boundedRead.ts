import type { GitFiles } from './gitFiles';

const maxTextBytes = 1024 * 1024;

/** @throws RangeError for a file that is larger than what it should hold ever is. */
export async function readBytes(
  files: GitFiles,
  path: string,
  maxBytes = maxTextBytes,
): Promise<Uint8Array | undefined> {
  const bytes = await files.read(path);
  if (bytes !== undefined && bytes.length > maxBytes) {
    throw new RangeError(`${path} is larger than ${maxBytes} bytes`);
  }
  return bytes;
}

/** The text of one of git's own small files. @throws RangeError see {@link readBytes}. */
export async function readText(files: GitFiles, path: string): Promise<string | undefined> {
  const bytes = await readBytes(files, path);
  return bytes && new TextDecoder().decode(bytes);
}
