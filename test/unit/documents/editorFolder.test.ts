import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { parse, type ParseError } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { watchReport } from '../../../scripts/watchReport';

interface Task {
  readonly label: string;
  readonly type: string;
  readonly script: string;
  readonly problemMatcher: unknown;
}

interface Matcher {
  readonly pattern: Readonly<
    Record<'file' | 'line' | 'column' | 'severity' | 'message', number>
  > & {
    readonly regexp: string;
  };
  readonly background: { readonly beginsPattern: string; readonly endsPattern: string };
}

interface Configuration {
  readonly program?: string;
  readonly preLaunchTask?: string;
  readonly args: readonly string[];
}

function read(file: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(readFileSync(`.vscode/${file}`, 'utf8'), errors);
  expect(errors).toEqual([]);
  return value;
}

const { tasks } = read('tasks.json') as { tasks: readonly Task[] };
const { configurations } = read('launch.json') as { configurations: readonly Configuration[] };

/** What `npm run watch` prints of a build of some text. */
async function watched(contents: string): Promise<readonly string[]> {
  const lines: string[] = [];
  await build({
    stdin: { contents, sourcefile: 'src/some.ts', resolveDir: '.' },
    bundle: true,
    write: false,
    logLevel: 'silent',
    plugins: [watchReport(line => lines.push(line))],
  }).catch(() => undefined);
  return lines;
}

describe('What .vscode says', () => {
  it('can be read', () => {
    const files = readdirSync('.vscode');
    expect(files.sort()).toEqual(['extensions.json', 'launch.json', 'settings.json', 'tasks.json']);
    expect(files.map(read).every(value => typeof value === 'object')).toBe(true);
  });

  it('names scripts, tasks and files that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
    };
    expect(tasks.filter(({ type, script }) => type !== 'npm' || !(script in scripts))).toEqual([]);
    const before = configurations.flatMap(({ preLaunchTask }) => preLaunchTask ?? []);
    expect(before).toEqual(['watch']);
    expect(before.filter(label => !tasks.some(task => task.label === label))).toEqual([]);
    const files = configurations.flatMap(({ program, args }) => [
      ...(program === undefined ? [] : [program.replace('${workspaceFolder}/', '')]),
      ...args.filter(argument => argument.startsWith('test/')),
    ]);
    expect(files).toHaveLength(4);
    expect(files.filter(file => !existsSync(file))).toEqual([]);
    const { 'typescript.tsdk': compiler } = read('settings.json') as Record<string, string>;
    expect(existsSync(`${String(compiler)}/typescript.js`)).toBe(true);
  });
});

describe('The task that watches', () => {
  const { pattern, background } = tasks.find(({ label }) => label === 'watch')
    ?.problemMatcher as Matcher;
  const begins = new RegExp(background.beginsPattern);
  const ends = new RegExp(background.endsPattern);

  it('sees a build begin and end', async () => {
    const [first = '', last = '', ...others] = await watched('export const a = 1;');
    expect(others).toEqual([]);
    expect([begins.test(first), ends.test(first)]).toEqual([true, false]);
    expect([begins.test(last), ends.test(last)]).toEqual([false, true]);
  });

  it('sees what is wrong, and where', async () => {
    const lines = await watched("export const a = 1;\nexport * from './nowhere';\n");
    const [, found = ''] = lines;
    expect(lines).toHaveLength(3);
    const match = new RegExp(pattern.regexp).exec(found) ?? [];
    const { file, line, column, severity, message } = pattern;
    expect([file, line, column, severity].map(group => match[group])).toEqual([
      'src/some.ts',
      '2',
      '15',
      'error',
    ]);
    expect(match[message]).toContain('./nowhere');
    expect(ends.test(lines.at(-1) ?? '')).toBe(true);
  });
});
