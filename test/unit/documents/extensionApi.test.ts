import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const document = readFileSync('docs/extension-api.md', 'utf8');
const blocks = [...document.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
const [example = '', types = ''] = blocks;

/** A compiler takes its time, on a busy machine more than a test usually has. */
const slow = { timeout: 60_000 };

/** What the compiler, as strict as it can be, says of files that stand side by side. */
function compileErrors(sources: Readonly<Record<string, string>>): readonly string[] {
  const folder = resolve('test/unit');
  const texts = new Map(
    Object.entries(sources).map(([name, text]) => [resolve(folder, name), text] as const),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ['vscode'],
    skipLibCheck: true,
  };
  const files = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...files,
    fileExists: path => texts.has(path) || files.fileExists(path),
    readFile: path => texts.get(path) ?? files.readFile(path),
    getSourceFile(path, languageVersion) {
      const text = texts.get(path);
      return text === undefined
        ? files.getSourceFile(path, languageVersion)
        : ts.createSourceFile(path, text, languageVersion);
    },
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file === undefined || texts.has(file.fileName))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('What docs/extension-api.md tells other extensions', () => {
  it('is the types that the API is made by', () => {
    expect(blocks).toHaveLength(2);
    expect(types).toBe(readFileSync('src/core/programs/telnyxRooms.ts', 'utf8'));
  });

  it('is code that compiles against these types, and would not against others', slow, () => {
    const files = { 'example.ts': example, 'telnyxRooms.ts': types };
    expect(compileErrors(files)).toEqual([]);
    const changed = types.replace('getRooms()', 'listRooms()');
    expect(compileErrors({ ...files, 'telnyxRooms.ts': changed })).not.toEqual([]);
  });

  it('is an event that VS Code takes for one of its own', slow, () => {
    const use = `import type { Event } from 'vscode';
      import type { TelnyxRooms } from './telnyxRooms';
      export const eventOf = ({ onDidChangeRooms }: TelnyxRooms): ((listener: () => void) => void) => onDidChangeRooms;
      export const rooms = (event: Event<void>): Pick<TelnyxRooms, 'onDidChangeRooms'> => ({ onDidChangeRooms: event });`;
    expect(compileErrors({ 'use.ts': use, 'telnyxRooms.ts': types })).toEqual([]);
  });
});
