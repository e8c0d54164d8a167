import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect } from 'vitest';
import { artifactsFolder } from '../../../scripts/hosts/repositoryPaths';
import {
  digestOf,
  digestOfPicture,
  picturesFile,
  picturesFolder,
  readReadmePictures,
  takePicturesVariable,
  type ReadmePicture,
} from '../../../scripts/readmePictures';
import { secretPattern } from '../../support/secretPattern';

const remedy = 'Run "npm run pictures", look at the pictures, and commit them.';

/**
 * The README's pictures as one run of the window has them. They are compared with the committed ones by
 * what they show as text, since pixels differ between machines; or they are committed in their place,
 * where the environment says so.
 */
export class PictureRecord {
  private readonly taken: Record<string, ReadmePicture> = {};
  private readonly isTakenAnew = process.env[takePicturesVariable] === '1';

  /** Takes a picture into the record; rejects where the committed one shows something else. */
  async add(name: string, png: Buffer, shows: readonly string[]): Promise<void> {
    expect(shows.join('\n').match(secretPattern), `A secret can be read in ${name}.`).toBeNull();
    this.taken[name] = { sha256: digestOf(png), shows };
    await write(join(artifactsFolder, 'pictures'), name, png);
    if (this.isTakenAnew) {
      await write(picturesFolder, name, png);
      return;
    }
    const committed = (await readReadmePictures())[name];
    expect(shows, `docs/images/${name} does not show what the window does. ${remedy}`).toEqual(
      committed?.shows,
    );
    expect(
      await digestOfPicture(name),
      `docs/images/${name} is not the picture that pictures.json names. ${remedy}`,
    ).toBe(committed?.sha256);
  }

  /** Ends the record; rejects where a picture is committed that was not taken. */
  async finish(): Promise<void> {
    if (this.isTakenAnew) {
      const names = Object.keys(this.taken).sort();
      const json = JSON.stringify(Object.fromEntries(names.map(name => [name, this.taken[name]])));
      const style = await resolveConfig(picturesFile);
      await writeFile(picturesFile, await format(json, { ...style, filepath: picturesFile }));
      return;
    }
    const names = Object.keys(await readReadmePictures());
    expect(Object.keys(this.taken).sort(), `pictures.json names other pictures. ${remedy}`).toEqual(
      names.sort(),
    );
  }
}

async function write(folder: string, name: string, png: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), png);
}
