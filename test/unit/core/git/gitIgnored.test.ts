import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendGitIgnoreLine } from '../../../../src/core/git/gitIgnoreLine';
import { gitStanding } from '../../../../src/core/git/gitStanding';
import { diskFiles, git, gitSays, ignoredPaths, kindOf, repository, write } from './realGit';

/** A file of patterns, and what git makes of a file by them. */
const patternTable: readonly (readonly [
  patterns: string | Uint8Array,
  path: string,
  kind: 'ignored' | 'exposed',
])[] = [
  ['.env', '.env', 'ignored'],
  ['.env', 'a/b/.env', 'ignored'],
  ['/.env', 'a/.env', 'exposed'],
  ['a/.env', 'b/a/.env', 'exposed'],
  ['.env*', '.env.local', 'ignored'],
  ['.env.*', '.env', 'exposed'],
  ['.env\n!.env', '.env', 'exposed'],
  ['!.env\n.env', '.env', 'ignored'],
  ['*\n!.gitignore', 'a/.env', 'ignored'],
  ['*\n!*/\n!*.ts', 'a/b/.env', 'ignored'],
  ['*\n!*/\n!.env', 'a/b/.env', 'exposed'],
  ['a/\n!a/.env', 'a/.env', 'ignored'],
  ['a/*\n!a/.env', 'a/.env', 'exposed'],
  ['a/**\n!a/b/.env', 'a/b/.env', 'ignored'],
  ['.env/', '.env', 'exposed'],
  ['.env/', '.env/x', 'ignored'],
  ['**/.env', 'a/b/.env', 'ignored'],
  ['**/b/.env', 'a/.env', 'exposed'],
  ['a/**/.env', 'a/.env', 'ignored'],
  ['a/**/.env', 'a/b/c/.env', 'ignored'],
  ['a*/.env', 'a/b/.env', 'exposed'],
  ['/**', 'a/.env', 'ignored'],
  ['a/**', 'a', 'exposed'],
  ['?env', '.env', 'ignored'],
  ['a?b', 'a/b', 'exposed'],
  ['a?b', 'aäb', 'exposed'],
  ['a??b', 'aäb', 'ignored'],
  ['aäb', 'aäb', 'ignored'],
  ['a[ä]b', 'aäb', 'exposed'],
  ['a\u00a0', 'a\u00a0', 'ignored'],
  ['a\u0300', '\u00e0', 'exposed'],
  ['\u{1f511}*', '\u{1f511}.env', 'ignored'],
  ['[.x]env', '.env', 'ignored'],
  ['[!.]env', '.env', 'exposed'],
  ['[^x]env', '.env', 'ignored'],
  ['[]x.]env', '.env', 'ignored'],
  ['[.env', '.env', 'exposed'],
  ['.[[:alpha:]]nv', '.env', 'ignored'],
  ['.[[:digit:]]nv', '.env', 'exposed'],
  ['.[d-f]nv', '.env', 'ignored'],
  ['.e{nv,x}', '.env', 'exposed'],
  ['.env  ', '.env', 'ignored'],
  ['.env\\ ', '.env', 'exposed'],
  ['.env\\ ', '.env ', 'ignored'],
  ['.env\\  ', '.env ', 'ignored'],
  ['.env\t', '.env', 'exposed'],
  [' .env', '.env', 'exposed'],
  ['.env # comment', '.env', 'exposed'],
  ['#.env', '#.env', 'exposed'],
  ['\\#.env', '#.env', 'ignored'],
  ['\\!.env', '!.env', 'ignored'],
  ['\\.env', '.env', 'ignored'],
  ['.env\\', '.env', 'exposed'],
  ['\\*.env', '*.env', 'ignored'],
  ['\\*.env', 'a.env', 'exposed'],
  ['a\\\\b', 'a\\b', 'ignored'],
  ['node_modules\r\n.env\r\n!.x\r\n', '.env', 'ignored'],
  ['.env\r\r\n', '.env', 'exposed'],
  ['.env\r', '.env', 'ignored'],
  ['x\r.env', '.env', 'exposed'],
  ['\r\n\r\n \r\n', '.env', 'exposed'],
  ['\ufeff.env', '.env', 'ignored'],
  ['x\n\ufeff.env', '.env', 'exposed'],
  ['\ufeff\ufeff.env', '.env', 'exposed'],
  [Uint8Array.of(0x2a, 0xff, 0x0a), '.env', 'exposed'],
  [Uint8Array.of(0xff, 0x0a, 0x2e, 0x65, 0x6e, 0x76), '.env', 'ignored'],
  ['/', '.env', 'exposed'],
  ['//', 'a/.env', 'exposed'],
  ['/*', 'a/.env', 'ignored'],
  ['./.env', '.env', 'exposed'],
  ['a//.env', 'a/.env', 'exposed'],
  ['!', '.env', 'exposed'],
  ['', '.env', 'exposed'],
];

describe('Patterns', { timeout: 30_000 }, () => {
  it('ignore what git ignores by them', async () => {
    const rows = patternTable.map(([patterns, path, kind], index) => {
      // With letters that mean something in patterns.
      const folder = `row [${index}] */`;
      return { gitIgnore: `${folder}.gitignore`, patterns, path: folder + path, kind };
    });
    const folder = repository(
      Object.fromEntries(rows.map(({ gitIgnore, patterns }) => [gitIgnore, patterns])),
    );
    const ignored = ignoredPaths(
      folder,
      rows.map(({ path }) => path),
    );
    for (const { patterns, path, kind } of rows) {
      const here = await kindOf(join(folder, path));
      expect([patterns, path, ignored.includes(path) ? 'ignored' : 'exposed', here]).toEqual([
        ...[patterns, path, kind, kind],
      ]);
    }
  });

  it.each(['.gitignore', '.git/info/exclude'])('count at the top, in %s', async file => {
    const folder = repository();
    for (const [patterns, path, kind] of patternTable) {
      write(folder, { [file]: patterns });
      expect([patterns, await kindOf(join(folder, path))]).toEqual([patterns, kind]);
    }
  });

  it.each([
    ['the deeper file counts for more', { '.gitignore': '.env', 'a/.gitignore': '!.env' }],
    ['and that before the excluded', { '.git/info/exclude': '.env', '.gitignore': '!.env' }],
    ['and so for folders', { '.gitignore': 'b/', 'a/.gitignore': '!b/' }],
    ['and for their names at any depth', { '.gitignore': 'b', 'a/.gitignore': '!b/\n!/b' }],
    ['and what is named twice', { '.gitignore': 'b\n!b', 'a/.gitignore': '!.env' }],
  ])('in several files: %s', async (_name, contents) => {
    const folder = repository(contents);
    expect(gitSays(join(folder, 'a/b/.env'))).toBe('exposed');
    expect(await kindOf(join(folder, 'a/b/.env'))).toBe('exposed');
  });

  it.each([
    ['but not below a folder', { '.gitignore': 'a/', 'a/.gitignore': '!.env' }],
    ['in whichever file', { 'a/.gitignore': 'b', 'a/b/.gitignore': '!*' }],
    ['nor by those above', { '.gitignore': '!.env\n!b/', 'a/.gitignore': 'b' }],
    ['in the last', { 'a/b/.gitignore': '*' }],
    ['in the excluded', { '.git/info/exclude': 'a/b/*', '.gitignore': 'x' }],
    ['for a folder again', { '.gitignore': 'b', 'a/.gitignore': '!b', 'a/b/.gitignore': '.env' }],
  ])('in several files: %s', async (_name, contents) => {
    const folder = repository(contents);
    expect(gitSays(join(folder, 'a/b/.env'))).toBe('ignored');
    expect(await kindOf(join(folder, 'a/b/.env'))).toBe('ignored');
  });

  it('count with and without regard to letter case, for git has both', async () => {
    for (const [patterns, kind] of [
      ['.ENV', 'exposed'],
      ['.env\n!.ENV', 'exposed'],
      ['.ENV\n.env', 'ignored'],
      ['[A-Z]*\n[a-z.]*', 'ignored'],
    ] as const) {
      const folder = repository({ '.gitignore': patterns });
      expect([patterns, await kindOf(join(folder, '.env'))]).toEqual([patterns, kind]);
      const inGit = ['true', 'false'].map(ignoreCase => {
        git(folder, 'config', 'core.ignoreCase', ignoreCase);
        return gitSays(join(folder, '.env'));
      });
      expect(inGit.every(kindInGit => kindInGit === 'ignored')).toBe(kind === 'ignored');
    }
  });

  it('of the user alone are left out', async () => {
    const folder = repository({ '.git/mine': '.env' });
    git(folder, 'config', 'core.excludesFile', join(folder, '.git/mine'));
    expect(gitSays(join(folder, '.env'))).toBe('ignored');
    expect(await kindOf(join(folder, '.env'))).toBe('exposed');
  });

  it.each([
    ['that git may read otherwise', '*\n!a**/.env'],
    ['that git reads otherwise on some disks', '\\A'],
    ['that are no text', '.env\0'],
    ['that would take long', `a/${'**/'.repeat(40)}x`],
    ['in a file that is too large', '#'.repeat(2 ** 20 + 1)],
  ])('%s leave it unknown', async (_name, patterns) => {
    const folder = repository({ '.gitignore': patterns });
    expect(await kindOf(join(folder, `${'a/'.repeat(40)}.env`))).toBe('unknown');
  });

  it('are not taken from where a symbolic link leads', async () => {
    const folder = repository({ patterns: '.env' });
    symlinkSync('patterns', join(folder, '.gitignore'));
    git(folder, 'add', '.');
    expect(gitSays(join(folder, '.env'))).toBe('exposed');
    expect(await kindOf(join(folder, '.env'))).toBe('unknown');
  });

  it('may stand in the index alone', async () => {
    const folder = repository({ '.gitignore': '.env', 'in/x': '', 'out/.gitignore': '!.env' });
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message', 'First');
    git(folder, 'sparse-checkout', 'set', '--cone', '--no-sparse-index', 'in');
    expect(gitSays(join(folder, 'out/.env'))).toBe('exposed');
    expect(await kindOf(join(folder, 'out/.env'))).toBe('unknown');
    expect(await kindOf(join(folder, 'in/.env'))).toBe('ignored');
    write(folder, { 'out/.gitignore': '' });
    expect(await kindOf(join(folder, 'out/.env'))).toBe('ignored');
    rmSync(join(folder, '.gitignore'));
    expect(gitSays(join(folder, 'in/.env'))).toBe('exposed');
    expect(await kindOf(join(folder, 'in/.env'))).toBe('exposed');
  });
});

describe('An exposed file', () => {
  it.each(['.env', 'a/.env', '#a[b]/!*?.env ', ' \u00e4/\u{1f511}', 'a\nb\\c'])(
    'is ignored with the line: %j',
    async path => {
      const folder = repository({ '.gitignore': 'dist' });
      const standing = await gitStanding(join(folder, path), diskFiles);
      expect(standing.kind).toBe('exposed');
      if (standing.kind === 'exposed') {
        expect(standing.gitIgnoreFile).toBe(join(folder, '.gitignore'));
        write(folder, { '.gitignore': appendGitIgnoreLine('dist', standing.gitIgnoreLine) });
      }
      expect(gitSays(join(folder, path))).toBe('ignored');
      expect(await kindOf(join(folder, path))).toBe('ignored');
      expect(await kindOf(join(folder, 'other/.env'))).toBe('exposed');
    },
  );
});
