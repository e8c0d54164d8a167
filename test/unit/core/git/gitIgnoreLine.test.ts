import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendGitIgnoreLine, gitIgnoreLine } from '../../../../src/core/git/gitIgnoreLine';

describe('gitIgnoreLine', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gitIgnoreLine-'));
    execFileSync('git', ['init', '--quiet', folder]);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** Which of the paths git ignores. */
  function ignored(paths: readonly string[]): Promise<readonly string[]> {
    return new Promise(resolve => {
      const args = ['-C', folder, 'check-ignore', '--stdin', '-z', '--no-index'];
      const git = execFile('git', args, (_error, stdout) => {
        resolve(stdout.split('\0').filter(path => path !== ''));
      });
      git.stdin?.end(paths.join('\0'));
    });
  }

  it.each([
    ['.env', ['a/.env', 'xenv', '.env.local', '.envx']],
    ['packages/my app/.env.local', ['.env.local', 'my app/.env.local']],
    ['#.env', ['.env']],
    ['!.env', ['.env']],
    ['a*/.env', ['ab/.env']],
    ['a?.env', ['ab.env']],
    ['[ab].env', ['a.env', 'b.env']],
    ['a\\*b', ['a*b', 'a\\xb']],
    ['.env  ', ['.env', '.env ']],
    ['.env\t', ['.env']],
    [' .env', ['.env']],
    ['ä/\u{1f511}.env', ['a/.env']],
    ['a\nb', ['a', 'b']],
    ['.env\r', ['.env']],
  ])('has git ignore that one file: %j', async (path, others) => {
    for (const ending of ['\n', '\r\n', '']) {
      writeFileSync(join(folder, '.gitignore'), gitIgnoreLine(path) + ending);
      expect(await ignored([path, ...others])).toEqual([path]);
    }
  });
});

describe('appendGitIgnoreLine', () => {
  it.each([
    ['to nothing', '', '/.env\n'],
    ['after a last newline', 'dist\n', 'dist\n/.env\n'],
    ['where the last newline is missing', 'dist', 'dist\n/.env'],
    ['with Windows line endings', 'dist\r\n', 'dist\r\n/.env\r\n'],
    ['with the usual of mixed ones', 'a\r\nb\r\nc\n', 'a\r\nb\r\nc\n/.env\r\n'],
    ['beside a comment and a longer one', '#/.env\n/.env.local\n', '#/.env\n/.env.local\n/.env\n'],
  ])('adds the line %s', (_name, before, after) => {
    expect(appendGitIgnoreLine(before, '/.env')).toBe(after);
    expect(appendGitIgnoreLine(after, '/.env')).toBe(after);
  });
});
