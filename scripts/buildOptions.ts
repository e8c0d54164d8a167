// What is bundled, and into which files. What activation does not need lies in files of its own, which
// `await import('../net/networkTransport')` in the source loads at the first use; what several of them
// need lies in dist/shared, so that a class is the same one everywhere.
import type { BuildOptions } from 'esbuild';
import { slimUndici } from './slimUndici';

/** How the bundles are made; the caller adds what becomes of them. */
export const buildOptions = {
  entryPoints: {
    extension: 'src/extension.ts',
    // Loaded on demand; without a name here, each would have one that changes with its content.
    commands: 'src/vscode/commands/commandHandlers.ts',
    agents: 'src/display/agents/agentAnswers.ts',
    autoRefreshStop: 'src/vscode/keepAlive/autoRefreshStop.ts',
    envWriting: 'src/vscode/envFiles/envWriting.ts',
    launch: 'src/vscode/launch/launchAnswers.ts',
    launchFile: 'src/core/launchFile/editLaunchFile.ts',
    programRefresh: 'src/vscode/programs/refreshForProgram.ts',
    terminal: 'src/vscode/terminal/profileOptions.ts',
    http: 'src/net/networkTransport.ts',
    sandbox: 'src/sandbox/startSandbox.ts',
    paste: 'src/core/paste/recognizePaste.ts',
    decoding: 'src/display/decoded/decoding.ts',
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
  plugins: [slimUndici],
  metafile: true,
  write: false,
  logLevel: 'warning',
} satisfies BuildOptions;
