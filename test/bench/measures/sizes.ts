import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryFolder } from '../../../scripts/hosts/repositoryPaths';
import { runCommand } from '../../../scripts/hosts/runCommand';
import { packagedSize } from '../../../scripts/packagedSize';
import type { Measure } from './measure';

const distFolder = join(repositoryFolder, 'dist');

/** Loads a file of the built extension and prints which of its files that took. */
const listLoaded = `
const { sep } = require('node:path');
const [folder, file] = process.argv.slice(1);
require(file);
const loaded = Object.keys(require.cache).filter(name => name.startsWith(folder + sep));
process.stdout.write(JSON.stringify(loaded));
`;

/** Sizes of the built files, in KB of 1,024 bytes. */
export const sizes: Measure = {
  title: 'Sizes',
  rows: ['httpChunk', 'unaskedBundles', 'vsix'],
  async run({ files: { editorStandIn } }) {
    const activation = await filesLoadedBy('extension.js', editorStandIn);
    const window = await filesLoadedBy('window.js', editorStandIn);
    const unasked = new Set([...activation, ...window]);
    // Whoever asks for a token has the services; only then comes the first request.
    const services = await filesLoadedBy('services.js', editorStandIn);
    const http = await filesLoadedBy('http.js', editorStandIn);
    const onlyHttp = http.filter(file => !services.includes(file));
    const { whole, forEverybody } = await packagedSize();
    return {
      findings: [
        { row: 'httpChunk', value: await kilobytes(onlyHttp) },
        {
          row: 'unaskedBundles',
          value: await kilobytes([...unasked]),
          remark: `of that on activation ${(await kilobytes(activation)).toPrecision(3)}`,
        },
        {
          row: 'vsix',
          value: forEverybody / 1024,
          remark: `with them ${(whole / 1024).toPrecision(3)}`,
        },
      ],
      comparisons: [],
    };
  },
};

async function filesLoadedBy(name: string, editorStandIn: string): Promise<readonly string[]> {
  const args = ['--require', editorStandIn, '-e', listLoaded, distFolder, join(distFolder, name)];
  return JSON.parse(await runCommand(process.execPath, args)) as string[];
}

async function kilobytes(files: readonly string[]): Promise<number> {
  const stats = await Promise.all(files.map(file => stat(file)));
  return stats.reduce((sum, { size }) => sum + size, 0) / 1024;
}
