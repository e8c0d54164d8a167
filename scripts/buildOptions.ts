// What is bundled, and into which files. Activation only registers. What shows the rooms is loaded soon
// after, the services when there is something to do, the rest as it is needed, which
// `await import('../net/networkTransport')` and its like in the source do; what several bundles need lies
// in dist/shared, so that a class is the same one everywhere.
import type { BuildOptions } from 'esbuild';
import { keepTogether } from './keepTogether';
import { slimUndici } from './slimUndici';

const activation = 'src/extension.ts';
const window = 'src/vscode/openWindow.ts';
const services = 'src/vscode/createServices.ts';
const rows = 'src/vscode/tree/rows.ts';
const decoding = 'src/vscode/decode/decoding.ts';

/** How the bundles are made; the caller adds what becomes of them. */
export const buildOptions = {
  entryPoints: {
    extension: activation,
    // Loaded on demand; without a name here, each would have one that changes with its content.
    window,
    dialogs: 'src/vscode/dialogs.ts',
    services,
    rows,
    agents: 'src/vscode/agents/tools.ts',
    envWriting: 'src/vscode/envFiles/envWriting.ts',
    launchFile: 'src/core/launchFile/editLaunchFile.ts',
    programRefresh: 'src/vscode/programs/refreshForProgram.ts',
    http: 'src/net/networkTransport.ts',
    sandbox: 'src/sandbox/startSandbox.ts',
    paste: 'src/core/paste/recognizePaste.ts',
    decoding,
    snippets: 'src/display/snippets/copyForms.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  chunkNames: 'shared/[hash]',
  platform: 'node',
  // The CommonJS form of jsonc-parser loads its parts in a way that no bundler can follow.
  mainFields: ['module', 'main'],
  target: 'node22',
  format: 'esm',
  external: ['vscode'],
  metafile: true,
  plugins: [
    slimUndici,
    keepTogether([
      { module: activation, notBefore: [] },
      { module: window, notBefore: [activation] },
      { module: services, notBefore: [activation, window, rows, decoding] },
    ]),
  ],
  write: false,
  logLevel: 'warning',
} satisfies BuildOptions;
