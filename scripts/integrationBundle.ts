import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { cacheFolder, repositoryFolder } from './hosts/repositoryPaths';

const testsFolder = join(repositoryFolder, 'test', 'integration');
const bundleFolder = join(cacheFolder, 'integration-bundle');

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
  sourcemap: 'inline',
  logLevel: 'warning',
};

/**
 * Bundles the runner and every `*.test.ts` below test/integration for the extension host.
 * Resolves to the path of the runner, an `extensionTestsPath`.
 */
export async function bundleIntegrationTests(): Promise<string> {
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
