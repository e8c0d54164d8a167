// Bundles the extension. Several entry points, so that activation loads nothing that is needed on
// demand only: `await import('../net/undiciTransport')` in the source becomes a lazy
// `require('./http.js')` in dist. esbuild only strips types; `npm run check-types` checks them.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { argv } from 'node:process';
import { build, context } from 'esbuild';

const production = argv.includes('--production');

/** Bundles that are loaded on demand, by the base name of the module that starts each of them. */
const lazyBundles = new Map([
  ['undiciTransport', './http.js'],
  ['startSandbox', './sandbox.js'],
  ['recognizePaste', './paste.js'],
  ['decoding', './decoding.js'],
  ['copyForms', './snippets.js'],
]);

const lazyBundlesPlugin = {
  name: 'lazy-bundles',
  setup(build) {
    build.onResolve({ filter: /.*/ }, args => {
      const bundle = lazyBundles.get(basename(args.path));
      return args.kind === 'dynamic-import' && bundle
        ? { path: bundle, external: true }
        : undefined;
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: {
    extension: 'src/extension.ts',
    http: 'src/net/undiciTransport.ts',
    sandbox: 'src/sandbox/startSandbox.ts',
    paste: 'src/core/paste/recognizePaste.ts',
    decoding: 'src/display/decoded/decoding.ts',
    snippets: 'src/display/snippets/copyForms.ts',
  },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  external: ['vscode'],
  supported: { 'dynamic-import': false },
  minify: production,
  sourcemap: production ? false : 'linked',
  metafile: true,
  logLevel: 'warning',
  plugins: [lazyBundlesPlugin],
};

/** The licences of the libraries that the bundles hold, as those ask for. */
async function writeNotices() {
  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8'));
  const notices = await Promise.all(
    Object.entries(dependencies).map(async ([name, version]) => {
      const licence = await readFile(`node_modules/${name}/LICENSE`, 'utf8');
      return `${name} ${version}\n\n${licence.trim()}\n`;
    }),
  );
  await writeFile('dist/THIRD_PARTY_NOTICES.txt', notices.join(`\n${'-'.repeat(80)}\n\n`));
}

await rm('dist', { recursive: true, force: true });
if (argv.includes('--watch')) {
  const watcher = await context(options);
  await watcher.watch();
} else {
  await build(options);
  await writeNotices();
}
