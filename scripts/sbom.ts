// npm run sbom: writes dist/telnyx-room-tokens.cdx.json, the bill of materials of the package.
//
// It is made of what the bundler really puts in and of what the lock file says of that. `npm sbom` goes
// by the lock file alone, and leaves out what the tools need as well.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { buildOptions } from './buildOptions';
import { bundledLibraries } from './bundledLibraries';
import { cycloneDx, type ExtensionIdentity, type LockedLibrary } from './cycloneDx';
import { repositoryFolder, sbomFile } from './hosts/repositoryPaths';
import { readManifest } from './manifest';

interface LockFile {
  readonly packages: Readonly<Record<string, LockedLibrary>>;
}

async function main(): Promise<void> {
  const { metafile } = await build({ ...buildOptions, absWorkingDir: repositoryFolder });
  const lock = JSON.parse(
    await readFile(join(repositoryFolder, 'package-lock.json'), 'utf8'),
  ) as LockFile;
  const locked = (name: string) => lock.packages[`node_modules/${name}`];
  const bill = cycloneDx(
    readManifest() as ExtensionIdentity,
    new Map(bundledLibraries(metafile).map(name => [name, locked(name)])),
  );
  await mkdir(dirname(sbomFile), { recursive: true });
  await writeFile(sbomFile, `${JSON.stringify(bill, undefined, 2)}\n`);
}

void main();
