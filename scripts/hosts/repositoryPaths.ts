import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const repositoryFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(
  /[\\/]$/,
  '',
);

/** Where every VS Code, Node and browser profile of the tooling lives; ignored by git. */
export const cacheFolder = join(repositoryFolder, '.vscode-test');

/** Where screenshots and reports are left for a person to look at; ignored by git. */
export const artifactsFolder = join(repositoryFolder, 'artifacts');

/** The packaged extension, as `npm run package` writes it. */
export const vsixFile = join(repositoryFolder, 'dist', 'telnyx-room-tokens.vsix');

/** The bill of materials of the packaged extension, as `npm run sbom` writes it. */
export const sbomFile = join(repositoryFolder, 'dist', 'telnyx-room-tokens.cdx.json');
