import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Files below a folder of `src`, and the modules that each names in an import of any sort. */
function importsIn(folder: string): { file: string; modules: string[] }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map(file => {
      const text = readFileSync(join(folder, file), 'utf8');
      const modules = [...text.matchAll(/(?:from|import|import\(|require\()\s*'([^']+)'/g)];
      return { file: join(folder, file), modules: modules.map(([, name]) => name ?? '') };
    });
}

function offenders(
  folder: string,
  isForbidden: (module: string, file: string) => boolean,
): string[] {
  const files = importsIn(folder);
  expect(files.length).toBeGreaterThan(2);
  return files
    .filter(({ file, modules }) => modules.some(name => isForbidden(name, file)))
    .map(({ file }) => file);
}

describe('The layers', () => {
  it.each(['src/core', 'src/display', 'src/files', 'src/net', 'src/sandbox'])(
    '%s knows no editor',
    folder => {
      expect(offenders(folder, module => module === 'vscode')).toEqual([]);
    },
  );

  it.each(['src/core', 'src/display'])('%s reaches for no file, socket or process', folder => {
    expect(offenders(folder, module => module.startsWith('node:'))).toEqual([]);
  });

  it.each(['src/display', 'src/files', 'src/net'])('%s knows of the rest only the core', folder => {
    const known = [join(folder, sep), join('src', 'core', sep)];
    const isForeign = (module: string, file: string) =>
      module.startsWith('.') && !known.some(place => join(dirname(file), module).startsWith(place));
    expect(offenders(folder, isForeign)).toEqual([]);
  });

  it('the editor is known where it is adapted, and nowhere else', () => {
    expect(
      offenders('src', module => module === 'vscode').filter(
        file => !file.startsWith(join('src', 'vscode')) && file !== join('src', 'extension.ts'),
      ),
    ).toEqual([]);
  });
});

describe('The activation bundle', () => {
  it('holds nothing that is needed on demand only', async () => {
    const { metafile } = await build({
      entryPoints: ['src/extension.ts'],
      bundle: true,
      platform: 'node',
      external: [
        'vscode',
        '*/decoded/decoding',
        '*/net/undiciTransport',
        '*/paste/recognizePaste',
        '*/sandbox/startSandbox',
      ],
      metafile: true,
      write: false,
    });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs).toContain('src/extension.ts');
    const lazy = /undici|src\/net|src\/core\/paste|src\/core\/tokens\/findTokens|src\/sandbox/;
    expect(inputs.filter(input => lazy.test(input))).toEqual([]);
    const leftOut = Object.values(metafile.inputs)
      .flatMap(({ imports }) => imports)
      .filter(({ path, external }) => external === true && path.startsWith('.'));
    expect(leftOut.map(({ path }) => path.split('/').at(-1)).sort()).toEqual([
      'decoding',
      'recognizePaste',
      'startSandbox',
      'undiciTransport',
    ]);
    expect(leftOut.every(({ kind }) => kind === 'dynamic-import')).toBe(true);
    const libraries = inputs.filter(input => input.includes('node_modules'));
    expect(libraries.every(input => input.includes('node_modules/jwt-decode/'))).toBe(true);
  });
});
