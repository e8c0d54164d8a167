import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'esbuild';
import { repositoryFolder } from './hosts/repositoryPaths';

/**
 * What stands for which of undici's modules in the bundle of the HTTP client: those that no request of
 * ours can reach. Together they are 42% of what its deep imports bring.
 */
export const undiciReplacements: Readonly<Record<string, string>> = {
  // Its connector offers no HTTP/2 unless told to.
  'dispatcher/client-h2.js': 'src/net/withoutHttp2.ts',
  // Requests have strings for bodies. It brings along most of `fetch`.
  'web/fetch/body.js': 'src/net/withoutFormData.ts',
  // The same parser twice: the build without SIMD runs on every processor, and answers are small.
  'llhttp/llhttp_simd-wasm.js': 'node_modules/undici/lib/llhttp/llhttp-wasm.js',
};

const inUndici = /[\\/]undici[\\/]lib[\\/](.+?)(?:\.js)?$/;
const parser = /[\\/]undici[\\/]lib[\\/]llhttp[\\/]llhttp-wasm\.js$/;

/** Puts the replacements in place. A unit test fails where an undici is laid out otherwise. */
export const slimUndici: Plugin = {
  name: 'slim-undici',
  setup(bundling) {
    bundling.onResolve({ filter: /^\.\.?\// }, ({ importer, path }) => {
      const module = inUndici.exec(join(dirname(importer), path))?.[1];
      const replacement = undiciReplacements[`${module?.replaceAll('\\', '/') ?? ''}.js`];
      return replacement === undefined ? undefined : { path: join(repositoryFolder, replacement) };
    });
    bundling.onLoad({ filter: parser }, ({ path }) => ({ contents: compressedModule(path) }));
  },
};

/**
 * The module's bytes, compressed. As base64 they are 72 KB, of which the compression of the package
 * makes 24; so they are 20 and 15. Making them again takes 0.2 ms.
 */
function compressedModule(path: string): string {
  const bytes: unknown = createRequire(path)(path);
  if (!Buffer.isBuffer(bytes)) {
    throw new Error(`${path} no longer exports the bytes of the parser.`);
  }
  const text = JSON.stringify(brotliCompressSync(bytes).toString('base64'));
  return `module.exports = require('node:zlib').brotliDecompressSync(Buffer.from(${text}, 'base64'));`;
}
