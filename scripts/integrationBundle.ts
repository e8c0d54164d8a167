import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { cacheFolder, repositoryFolder } from './hosts/repositoryPaths';

const testsFolder = join(repositoryFolder, 'test', 'integration');

/** Where the tests of what is built in this repository lie. */
export const integrationBundleFolder = join(cacheFolder, 'integration-bundle');

/**
 * Mocha is shared by the runner and the suites, so it stays outside of both; `proxy` reads a file
 * beside its own.
 */
const options: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  external: ['vscode', 'mocha', 'proxy'],
  // What documents show is tested as they have it.
  loader: { '.md': 'text' },
  sourcemap: 'inline',
  logLevel: 'warning',
};

/**
 * Bundles the runner and every `*.test.ts` below test/integration for the extension host. VS Code gives
 * each extension an API of its own, by the folder that its files lie in: the tests answer for the user
 * in the extension's, so the folder has to be below the extension's.
 *
 * Resolves to the path of the runner, an `extensionTestsPath`.
 */
export async function bundleIntegrationTests(bundleFolder: string): Promise<string> {
  const files = (await readdir(testsFolder, { recursive: true }))
    .filter(file => file.endsWith('.test.ts'))
    .sort();
  const runner = join(bundleFolder, 'index.js');
  await Promise.all([
    build({ ...options, entryPoints: [join(testsFolder, 'index.ts')], outfile: runner }),
    build({
      ...options,
      stdin: {
        contents: files.map(file => `import './${file.replaceAll(sep, '/')}';`).join('\n'),
        resolveDir: testsFolder,
      },
      outfile: join(bundleFolder, 'suites.js'),
    }),
  ]);
  return runner;
}
