import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOptions } from '../../scripts/buildOptions';
import { loadedWith } from '../../scripts/loadedWith';

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

describe('What a window loads by itself', () => {
  let outputs: (bundle: string) => readonly string[];
  let inputs: (outputs: readonly string[]) => readonly string[];

  beforeAll(async () => {
    const { metafile } = await build(buildOptions);
    outputs = bundle => loadedWith(metafile, `dist/${bundle}.js`);
    inputs = outputs =>
      outputs
        .flatMap(output => Object.entries(metafile.outputs[output]?.inputs ?? {}))
        .flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : []));
  });

  it('is two files on activation, with nothing but what registers', () => {
    expect(outputs('extension')).toHaveLength(2);
    expect([...inputs(outputs('extension'))].sort()).toEqual([
      'src/core/loadOnce.ts',
      'src/core/time/clock.ts',
      'src/display/translator.ts',
      'src/extension.ts',
      'src/vscode/agents/agentTools.ts',
      'src/vscode/commands/commandIds.ts',
      'src/vscode/lazyPart.ts',
      'src/vscode/terminal/terminalProfileId.ts',
    ]);
  });

  it('is two files more soon after, and nothing that is needed on demand only', () => {
    const loaded = new Set([...outputs('extension'), ...outputs('window')]);
    expect(loaded.size).toBe(4);
    expect(inputs([...loaded])).toContain('src/vscode/openWindow.ts');
    const lazy = [
      // What sends requests, stands in for the API, or gets and keeps tokens
      /src\/net|src\/sandbox|src\/files|src\/core\/(?:programs\/programRefreshes|rooms\/roomTokens)/,
      /src\/core\/autoRefresh\/(?!windowFocus|autoRefreshState)|src\/core\/rooms\/expiryReminder/,
      // What reads pastes, documents and tokens, and writes files
      /src\/core\/(?:paste|git|tokens\/(?:findTokens|decodeToken))|envSync|editEnvFile|editLaunchFile/,
      /src\/vscode\/decode\/(?:secret|token(?!Decoding))|src\/display\/decoded/,
      // What talks with users and agents
      /src\/vscode\/(?:prompts|agents\/tools)|src\/display\/(?:agents|snippets|.*Sentence|\w+Row)/,
      /node_modules/,
    ];
    expect(inputs([...loaded]).filter(input => lazy.some(each => each.test(input)))).toEqual([]);
  });
});
