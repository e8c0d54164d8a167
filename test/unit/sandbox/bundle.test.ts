import { isBuiltin } from 'node:module';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('the bundle of the sandbox holds nothing but src/sandbox and needs only Node', async () => {
  const { metafile } = await build({
    entryPoints: ['src/sandbox/startSandbox.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    metafile: true,
    external: ['vscode'],
  });
  const imports = Object.values(metafile.outputs).flatMap(output => output.imports);

  expect(Object.keys(metafile.inputs).filter(path => !path.startsWith('src/sandbox/'))).toEqual([]);
  expect(imports.filter(({ path }) => !path.startsWith('node:') || !isBuiltin(path))).toEqual([]);
});
