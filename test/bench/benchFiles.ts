import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { cacheFolder, repositoryFolder } from '../../scripts/hosts/repositoryPaths';
import { unpackUnactivated, writeLeastExtensions } from './host/packagedExtension';

/** Absolute paths of what the bench has made for itself. */
export interface BenchFiles {
  /** The packaged extension, and those that do the least there can be. */
  readonly packagedExtension: string;
  readonly leastExtensions: readonly string[];
  /** Main file that writes rooms into the storage of the extension. */
  readonly seedingExtension: string;
  /** Extension whose tests are the bench's tasks in a host, and the module with them. */
  readonly probeFolder: string;
  readonly probe: string;
  /** Script of a process that measures clients, and what stands for the editor there. */
  readonly clientProcess: string;
  readonly editorStandIn: string;
  /** The peers, each bundled and minified. */
  readonly peers: { readonly sdk: string; readonly undici: string };
}

const folder = join(cacheFolder, 'bench');
const sources = join(repositoryFolder, 'test', 'bench');

const options = {
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  external: ['vscode'],
  logLevel: 'warning',
} satisfies BuildOptions;

const undiciParts = `
export { default as request } from 'undici/lib/api/api-request.js';
export { default as Agent } from 'undici/lib/dispatcher/agent.js';
`;

/** Bundles the bench's programs and the peers, and unpacks the packaged extension. */
export async function makeBenchFiles(): Promise<BenchFiles> {
  const probeFolder = join(folder, 'probe');
  await mkdir(probeFolder, { recursive: true });
  const bundle = async (name: string, more: BuildOptions): Promise<string> => {
    const outfile = join(folder, name);
    await build({ ...options, ...more, outfile });
    return outfile;
  };
  const source = (path: string) => ({ entryPoints: [join(sources, path)] });
  const peer = (contents: string) => ({
    stdin: { contents, resolveDir: repositoryFolder },
    minify: true,
  });
  const manifest = {
    name: 'probe',
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '*' },
  };
  await writeFile(join(probeFolder, 'package.json'), JSON.stringify(manifest));
  const [packagedExtension, leastExtensions, seedingExtension, probe] = await Promise.all([
    unpackUnactivated(folder),
    writeLeastExtensions(folder),
    bundle('seedingExtension.js', source('host/seedingExtension.ts')),
    bundle('probe/index.js', source('host/probe/index.ts')),
  ]);
  const [clientProcess, editorStandIn, sdk, undici] = await Promise.all([
    bundle('clientProcess.js', source('clients/clientProcess.ts')),
    bundle('editorStandIn.js', source('../support/editorStandIn.ts')),
    bundle('telnyx.js', peer(`export { Telnyx } from 'telnyx';`)),
    bundle('undici.js', peer(undiciParts)),
  ]);
  return {
    packagedExtension,
    leastExtensions,
    seedingExtension,
    probeFolder,
    probe,
    clientProcess,
    editorStandIn,
    peers: { sdk, undici },
  };
}
