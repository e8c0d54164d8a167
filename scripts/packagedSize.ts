import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { vsixFile } from './hosts/repositoryPaths';

/** What the package holds for users of other languages, and for the pages that show it. */
const forSome =
  /^extension\/(?:l10n\/|package\.nls\.\w+\.json$|media\/(?:walkthrough\/|icon\.png$))/;

/** The size of the package in bytes: of all of it, and without translations and pictures. */
export async function packagedSize(): Promise<{
  readonly whole: number;
  readonly forEverybody: number;
}> {
  const vsix = await readFile(vsixFile);
  let size = 0;
  unzipSync(vsix, {
    filter: file => {
      size += forSome.test(file.name) ? file.size : 0;
      return false;
    },
  });
  return { whole: vsix.length, forEverybody: vsix.length - size };
}
