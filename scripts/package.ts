// Packs the built extension as dist/telnyx-room-tokens.vsix. The same source gives the same bytes, so
// that anybody can check that a published package was made of it.
import { createVSIX } from '@vscode/vsce';
import { vsixFile } from './hosts/repositoryPaths';
import { readManifest } from './manifest';
import { repositoryUrls } from './repositoryUrls';

/** The date of every file in the package, in seconds; see https://reproducible-builds.org/docs/source-date-epoch */
const fileDate = String(Date.UTC(2020, 0, 1) / 1000);

async function main(): Promise<void> {
  process.env['SOURCE_DATE_EPOCH'] ??= fileDate;
  const { pages, files } = repositoryUrls(readManifest());
  await createVSIX({
    packagePath: vsixFile,
    dependencies: false,
    baseContentUrl: pages,
    baseImagesUrl: files,
    // A `#123` in the documents is no issue.
    gitHubIssueLinking: false,
  });
}

void main();
