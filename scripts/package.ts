// Packs the built extension as dist/telnyx-room-tokens.vsix. The same source gives the same bytes, so
// that anybody can check that a published package was made of it.
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { repositoryFolder, vsixFile } from './hosts/repositoryPaths';
import { readManifest } from './manifest';
import { repositoryUrls } from './repositoryUrls';

/** The date of every file in the package, in seconds; see https://reproducible-builds.org/docs/source-date-epoch */
const fileDate = String(Date.UTC(2020, 0, 1) / 1000);

/** The mode of every file in the package, whatever the umask with which the source was checked out. */
const fileMode = 0o644;

async function main(): Promise<void> {
  process.env['SOURCE_DATE_EPOCH'] ??= fileDate;
  const files = await listFiles({ packageManager: PackageManager.None });
  await Promise.all(files.map(file => chmod(join(repositoryFolder, file), fileMode)));
  const urls = repositoryUrls(readManifest());
  await createVSIX({
    packagePath: vsixFile,
    dependencies: false,
    baseContentUrl: urls.pages,
    baseImagesUrl: urls.files,
    // A `#123` in the documents is no issue.
    gitHubIssueLinking: false,
  });
}

void main();
