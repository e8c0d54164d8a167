// npm run size
//
// Says what is in each bundle of the packaged extension, and fails when something is larger than it may
// be. Sizes are in bytes of what is written; 1 KB is 1,024 of them. Needs `npm run package` before.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { buildOptions } from './buildOptions';
import { libraryOf } from './bundledLibraries';
import { repositoryFolder } from './hosts/repositoryPaths';
import { loadedWith } from './loadedWith';
import { packagedSize } from './packagedSize';

const kilobyte = 1024;

/** A bundle by its name in the build options, and those that are loaded before it. */
interface Bundle {
  readonly name: string;
  readonly after: readonly string[];
}

/** What everything else is loaded after, in this order. */
const bases = ['extension', 'window', 'services'];

const activation: Bundle = { name: 'extension', after: [] };
const window: Bundle = { name: 'window', after: ['extension'] };
const http: Bundle = { name: 'http', after: bases };

async function main(): Promise<void> {
  const { metafile } = await build({ ...buildOptions, minify: true });
  for (const name of Object.keys(buildOptions.entryPoints)) {
    const place = bases.indexOf(name);
    await report(metafile, { name, after: place < 0 ? bases : bases.slice(0, place) });
  }
  const unasked = (await sizeOf(metafile, activation)) + (await sizeOf(metafile, window));
  const { whole, forEverybody } = await packagedSize();
  const checks = [
    { what: 'A window loads by itself', size: unasked, most: 48 * kilobyte },
    { what: 'The first request loads', size: await sizeOf(metafile, http), most: 300 * kilobyte },
    { what: 'The package is', size: whole, most: 240 * kilobyte },
    {
      what: 'Without other languages and pictures it is',
      size: forEverybody,
      most: 200 * kilobyte,
    },
  ];
  for (const { what, size, most } of checks) {
    const verdict = size > most ? 'TOO LARGE' : 'good';
    console.log(`${what} ${formatted(size)} of at most ${formatted(most)} bytes: ${verdict}`);
  }
  process.exitCode = checks.some(({ size, most }) => size > most) ? 1 : 0;
}

/** A bundle, the folders and libraries that it is made of, and what else it is the first to load. */
async function report(metafile: Metafile, bundle: Bundle): Promise<void> {
  const outputs = outputsOf(metafile, bundle);
  console.log(
    `${formatted(await sizeOf(metafile, bundle))}  ${bundle.name} (${outputs.length} files)`,
  );
  const parts = new Map<string, number>();
  for (const output of outputs) {
    for (const [input, { bytesInOutput }] of Object.entries(
      metafile.outputs[output]?.inputs ?? {},
    )) {
      const part = partOf(input);
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    }
  }
  [...parts]
    .filter(([, bytes]) => bytes > 0)
    .sort(([, one], [, other]) => other - one)
    .forEach(([part, bytes]) => console.log(`${formatted(bytes)}      ${part}`));
  console.log('');
}

/** What a bundle loads at once, without what is loaded before it. */
function outputsOf(metafile: Metafile, { name, after }: Bundle): readonly string[] {
  const loaded = after.flatMap(before => loadedWith(metafile, outputOf(before)));
  return loadedWith(metafile, outputOf(name)).filter(output => !loaded.includes(output));
}

async function sizeOf(metafile: Metafile, bundle: Bundle): Promise<number> {
  const files = outputsOf(metafile, bundle).map(output => stat(join(repositoryFolder, output)));
  return (await Promise.all(files)).reduce((sum, { size }) => sum + size, 0);
}

function outputOf(bundle: string): string {
  return `${buildOptions.outdir}/${bundle}.js`;
}

/** `node_modules/undici/lib/core/util.js` is of `undici`, `src/core/rooms/room.ts` of `src/core/rooms`. */
function partOf(input: string): string {
  return libraryOf(input) ?? input.split('/').slice(0, -1).slice(0, 3).join('/');
}

function formatted(bytes: number): string {
  return bytes.toLocaleString('en').padStart(7);
}

void main();
