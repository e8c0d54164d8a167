import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';
import { cacheFolder, repositoryFolder } from './hosts/repositoryPaths';

const sourceFolder = join(repositoryFolder, 'test', 'integration', 'fixtures', 'apiUser');
const builtFolder = join(cacheFolder, 'api-user');

/** Builds the second extension of the tests, which uses the API. Resolves to its folder. */
export async function buildApiUser(): Promise<string> {
  await mkdir(builtFolder, { recursive: true });
  await Promise.all([
    copyFile(join(sourceFolder, 'package.json'), join(builtFolder, 'package.json')),
    writeFile(join(builtFolder, 'README.md'), '# API User\n'),
    build({
      entryPoints: [join(sourceFolder, 'extension.ts')],
      outfile: join(builtFolder, 'extension.js'),
      bundle: true,
      platform: 'node',
      target: 'node22',
      format: 'cjs',
      external: ['vscode'],
      logLevel: 'warning',
    }),
  ]);
  return builtFolder;
}

/** Packages it, for an editor that installs it. Resolves to the path of the package. */
export async function packageApiUser(): Promise<string> {
  const cwd = await buildApiUser();
  const packagePath = `${builtFolder}.vsix`;
  await createVSIX({
    cwd,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  return packagePath;
}
