import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryFolder } from './hosts/repositoryPaths';

/** The pictures that the README shows, and the record of them. */
export const picturesFolder = join(repositoryFolder, 'docs', 'images');

/** The record of the pictures: what each one shows, as text. */
export const picturesFile = join(picturesFolder, 'pictures.json');

/** Names the environment variable that has the pictures taken anew, where it is `1`. */
export const takePicturesVariable = 'TELNYX_ROOMS_TAKE_PICTURES';

/** What is written down of a picture. */
export interface ReadmePicture {
  /** Digest of the file, in hexadecimal. */
  readonly sha256: string;
  /** The lines of text in it; what differs between two runs is replaced by placeholders. */
  readonly shows: readonly string[];
}

/** Pictures by the name of their file in docs/images. */
export type ReadmePictures = Readonly<Record<string, ReadmePicture>>;

/** What is written down of the committed pictures. */
export async function readReadmePictures(): Promise<ReadmePictures> {
  return JSON.parse(await readFile(picturesFile, 'utf8')) as ReadmePictures;
}

/** The digest of a committed picture; undefined where there is none. */
export async function digestOfPicture(name: string): Promise<string | undefined> {
  const png = await readFile(join(picturesFolder, name)).catch(() => undefined);
  return png && digestOf(png);
}

/** SHA-256 in hexadecimal. */
export function digestOf(png: Uint8Array): string {
  return createHash('sha256').update(png).digest('hex');
}
