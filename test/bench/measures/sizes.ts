import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryFolder, vsixFile } from '../../../scripts/hosts/repositoryPaths';
import { runCommand } from '../../../scripts/hosts/runCommand';
import type { Measure } from './measure';

const distFolder = join(repositoryFolder, 'dist');

/**
 * Loads a file of the built extension, where there is no editor, and prints which of its files that
 * took: the sizes of the bundles that only an `import()` loads don't count.
 */
const listLoaded = `
const Module = require('node:module');
const { sep } = require('node:path');
const load = Module._load;
const anything = new Proxy(function () {}, {
  get: (_, name) => (typeof name === 'symbol' ? undefined : anything),
  apply: () => anything,
  construct: () => anything,
});
Module._load = (name, ...rest) => (name === 'vscode' ? anything : load(name, ...rest));
const [folder, file] = process.argv.slice(1);
require(file);
process.stdout.write(JSON.stringify(Object.keys(require.cache).filter(name => name.startsWith(folder + sep))));
`;

/** Sizes of the built files, in thousands of bytes. */
export const sizes: Measure = {
  title: 'Sizes',
  rows: ['httpChunk', 'activationBundle', 'vsix'],
  async run() {
    const activation = await filesLoadedBy('extension.js');
    const http = await filesLoadedBy('http.js');
    const onlyHttp = http.filter(file => !activation.includes(file));
    return {
      findings: [
        { row: 'httpChunk', value: await kilobytes(onlyHttp) },
        { row: 'activationBundle', value: await kilobytes(activation) },
        { row: 'vsix', value: await kilobytes([vsixFile]) },
      ],
      comparisons: [],
    };
  },
};

async function filesLoadedBy(name: string): Promise<readonly string[]> {
  const args = ['-e', listLoaded, distFolder, join(distFolder, name)];
  return JSON.parse(await runCommand(process.execPath, args)) as string[];
}

async function kilobytes(files: readonly string[]): Promise<number> {
  const stats = await Promise.all(files.map(file => stat(file)));
  return stats.reduce((sum, { size }) => sum + size, 0) / 1000;
}
