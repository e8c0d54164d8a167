import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { buildOptions } from '../../scripts/buildOptions';
import { loadedAtOnce } from '../support/loadedAtOnce';

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

describe('Addresses', () => {
  it('are handled by nobody: any page could open one', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
    const sources = files.filter(file => file.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(100);
    expect(
      sources.filter(file => readFileSync(join('src', file), 'utf8').includes('UriHandler')),
    ).toEqual([]);
  });
});

describe('Activation', () => {
  it('loads nothing that is needed on demand only', async () => {
    const { metafile } = await build(buildOptions);
    const inputs = [...loadedAtOnce(metafile, 'dist/extension.js')].flatMap(output =>
      Object.keys(metafile.outputs[output]?.inputs ?? {}),
    );
    expect(inputs).toContain('src/extension.ts');
    const lazy = [
      /undici|src\/net|src\/sandbox|src\/core\/paste|src\/core\/tokens\/findTokens/,
      /src\/core\/git|editEnvFile|editLaunchFile/,
      /src\/vscode\/prompts|src\/display\/(?:agents|snippets|.*Sentence)/,
    ];
    expect(inputs.filter(input => lazy.some(pattern => pattern.test(input)))).toEqual([]);
    const libraries = inputs.filter(input => input.includes('node_modules'));
    expect(libraries.every(input => input.includes('node_modules/jwt-decode/'))).toBe(true);
  });
});
