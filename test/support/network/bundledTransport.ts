import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildOptions } from '../../../scripts/buildOptions';
import { repositoryFolder } from '../../../scripts/hosts/repositoryPaths';
import type * as undiciTransport from '../../../src/net/undiciTransport';

type Transport = typeof undiciTransport;

/** Loads the transport over undici as it is packaged: minified, with what stands for parts of undici. */
export async function loadBundledTransport(): Promise<Transport> {
  const folder = await mkdtemp(join(tmpdir(), 'telnyx-rooms-bundle-'));
  const outfile = join(folder, 'undiciTransport.cjs');
  try {
    const { target, plugins, mainFields } = buildOptions;
    await build({
      entryPoints: [join(repositoryFolder, 'src/net/undiciTransport.ts')],
      absWorkingDir: repositoryFolder,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      target,
      plugins,
      mainFields,
      outfile,
    });
    return createRequire(import.meta.url)(outfile) as Transport;
  } finally {
    await rm(folder, { recursive: true });
  }
}
