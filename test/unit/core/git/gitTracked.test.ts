import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GitFiles } from '../../../../src/core/git/gitFiles';
import { diskFiles, git, gitSays, gitWithInput, kindOf, repository, write } from './realGit';

/** Names in the index need not exist on the disk, and may be longer than the 4095 it counts to. */
const long = `${'y'.repeat(999)}/`.repeat(4);
const tracked = [
  '.env',
  '.env.local',
  'a/.env',
  'a/b/.env',
  'a-/.env',
  'ä/\u{1f511}/.env',
  'with blanks /.env ',
  'name\nwith\nbreaks',
  ...[1000, 2500, 9999].map(length => 'v'.repeat(length)),
  ...Array.from({ length: 17 }, (_, index) => `p/${'q'.repeat(index)}.env`),
  ...[1, 2, 93, 94, 95, 96, 97, 150].map(length => long + 'z'.repeat(length)),
];
const untracked = [
  '.en',
  '.envx',
  'env',
  'b/.env',
  'a/b/c/.env',
  'a-/.envv',
  'ä/.env',
  'name',
  ...[999, 1001, 2499].map(length => 'v'.repeat(length)),
  'p/env',
  `p/${'q'.repeat(17)}.env`,
  `${long}zy`,
  ...[3, 92, 98, 149, 151].map(length => long + 'z'.repeat(length)),
];

/** Puts files into the index alone. */
function addToIndex(folder: string, paths: readonly string[]): void {
  const blob = git(folder, 'hash-object', '-w', '--', '.git/HEAD').trim();
  const lines = paths.map(path => `100644 ${blob}\t${path}\0`);
  gitWithInput(folder, lines.join(''), 'update-index', '-z', '--index-info');
}

describe.each([['sha1'], ['sha256']])('An index of %s', { timeout: 30_000 }, format => {
  const option = `--object-format=${format}`;

  it.each([2, 3, 4])('of version %i has exactly what was added', async version => {
    const folder = repository({}, option);
    git(folder, 'update-index', `--index-version=${version}`);
    addToIndex(folder, tracked);
    if (version === 3) {
      git(folder, 'update-index', '--skip-worktree', 'a/.env', '.env.local');
    }
    expect(readFileSync(join(folder, '.git/index'))[7]).toBe(version);
    expect(git(folder, 'ls-files', '-z').split('\0').slice(0, -1).sort()).toEqual(
      [...tracked].sort(),
    );
    for (const path of tracked) {
      expect([path, await kindOf(join(folder, path))]).toEqual([path, 'tracked']);
    }
    for (const path of untracked) {
      expect([path, await kindOf(join(folder, path))]).toEqual([path, 'exposed']);
    }
  });

  it('may be split in two', async () => {
    const folder = repository({ '.env': '', 'a.env': '', 'b.env': '' }, option);
    const kinds = () =>
      Promise.all(['.env', 'a.env', 'b.env'].map(name => kindOf(join(folder, name))));
    git(folder, 'config', 'splitIndex.maxPercentChange', '100');
    git(folder, 'add', '.env');
    git(folder, 'update-index', '--split-index');
    git(folder, 'add', 'a.env');
    // In the shared part stands also what was removed since.
    expect(await kinds()).toEqual(['unknown', 'tracked', 'exposed']);
    write(folder, { '.env': 'changed' });
    git(folder, 'add', '.env');
    expect(await kinds()).toEqual(['unknown', 'tracked', 'exposed']);
    git(folder, 'rm', '--quiet', '--cached', '.env');
    expect(await kinds()).toEqual(['unknown', 'tracked', 'exposed']);
    for (const name of readdirSync(join(folder, '.git'))) {
      if (name.startsWith('sharedindex.')) {
        rmSync(join(folder, '.git', name));
      }
    }
    expect(await kinds()).toEqual(['unknown', 'tracked', 'unknown']);
    // Without a name for the other part there is none, for git as well.
    const index = readFileSync(join(folder, '.git/index'));
    const nameAt = index.indexOf('link') + 8;
    index.fill(0, nameAt, nameAt + (format === 'sha1' ? 20 : 32));
    writeFileSync(join(folder, '.git/index'), index);
    expect(git(folder, 'ls-files')).toBe('a.env\n');
    expect(await kinds()).toEqual(['exposed', 'tracked', 'exposed']);
  });

  it('may be split from one that has a symbolic link and a .gitignore', async () => {
    const folder = repository({ '.gitignore': '.env' }, option);
    symlinkSync('target', join(folder, 'link'));
    git(folder, 'add', '.');
    git(folder, 'update-index', '--split-index');
    expect(await kindOf(join(folder, '.env'))).toBe('ignored');
    expect(await kindOf(join(folder, 'link/.env'))).toBe('unknown');
    rmSync(join(folder, '.gitignore'));
    // The one in the index counts where it is marked so, which only git can see.
    expect(await kindOf(join(folder, '.env'))).toBe('unknown');
  });

  it('may have one entry for all of a folder', async () => {
    const folder = repository({ 'in/.env': '', 'out/a/.env': '', 'top.env': '' }, option);
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message', 'First');
    git(folder, 'sparse-checkout', 'set', '--cone', '--sparse-index', 'in');
    expect(git(folder, 'ls-files', '--sparse')).toContain('out/\n');
    expect(await kindOf(join(folder, 'in/.env'))).toBe('tracked');
    expect(await kindOf(join(folder, 'top.env'))).toBe('tracked');
    expect(await kindOf(join(folder, 'in/new.env'))).toBe('exposed');
    expect(await kindOf(join(folder, 'output.env'))).toBe('exposed');
    expect(await kindOf(join(folder, 'out/a/.env'))).toBe('unknown');
    expect(await kindOf(join(folder, 'OUT/new.env'))).toBe('unknown');
  });
});

describe('An index', { timeout: 30_000 }, () => {
  it('need not exist', async () => {
    const folder = repository({ '.env': '' });
    expect(gitSays(join(folder, '.env'))).toBe('exposed');
    expect(await kindOf(join(folder, '.env'))).toBe('exposed');
  });

  it('has what is only to be added, and what is in conflict', async () => {
    const folder = repository({ 'intent.env': '', 'both.env': 'base' });
    git(folder, 'add', 'both.env');
    git(folder, 'commit', '--quiet', '--message', 'Base');
    git(folder, 'checkout', '--quiet', '-b', 'other');
    write(folder, { 'both.env': 'other' });
    git(folder, 'commit', '--quiet', '--all', '--message', 'Other');
    git(folder, 'checkout', '--quiet', '-');
    write(folder, { 'both.env': 'mine' });
    git(folder, 'commit', '--quiet', '--all', '--message', 'Mine');
    expect(() => git(folder, 'merge', '--quiet', 'other')).toThrow();
    git(folder, 'add', '--intent-to-add', 'intent.env');
    expect(git(folder, 'ls-files', '--unmerged')).toContain('both.env');
    for (const name of ['intent.env', 'both.env']) {
      expect([name, gitSays(join(folder, name))]).toEqual([name, 'tracked']);
      expect([name, await kindOf(join(folder, name))]).toEqual([name, 'tracked']);
    }
  });

  it('counts for more than what is ignored', async () => {
    const folder = repository({ '.gitignore': '*.env', 'a.env': '' });
    git(folder, 'add', '--force', 'a.env');
    expect(gitSays(join(folder, 'a.env'))).toBe('tracked');
    expect(await kindOf(join(folder, 'a.env'))).toBe('tracked');
    git(folder, 'rm', '--quiet', '--cached', 'a.env');
    expect(await kindOf(join(folder, 'a.env'))).toBe('ignored');
  });

  it('names a file in other letter case, or with other accents', async () => {
    const folder = repository();
    addToIndex(folder, ['Config/.ENV', 'caf\u00e9/.env', '\u212a.env', '\u017f.env', '\u1e9e.env']);
    for (const path of ['config/.env', 'CAFE\u0301/.env', 'k.env', 's.env', '\u00df.env']) {
      expect([path, await kindOf(join(folder, path))]).toEqual([path, 'tracked']);
    }
    expect(await kindOf(join(folder, 'cafe/.env'))).toBe('exposed');
  });

  it('has a symbolic link where the path has a folder', async () => {
    const folder = repository({ 'target/x': '' });
    symlinkSync('target', join(folder, 'link'));
    git(folder, 'add', 'link');
    expect(await kindOf(join(folder, 'link/.env'))).toBe('unknown');
    expect(await kindOf(join(folder, 'Link/a/.env'))).toBe('unknown');
    expect(await kindOf(join(folder, 'link'))).toBe('tracked');
    expect(await kindOf(join(folder, 'links/.env'))).toBe('exposed');
  });

  it('has a file where the path has a folder', async () => {
    const folder = repository();
    for (const name of ['a', '\u00e4', '.gitignore']) {
      addToIndex(folder, [name]);
      expect(gitSays(join(folder, name, '.env'))).toBe('exposed');
      expect([name, await kindOf(join(folder, name, '.env'))]).toEqual([name, 'exposed']);
    }
  });

  it('is not known where it was cut off', async () => {
    for (const version of [2, 4]) {
      const folder = repository();
      git(folder, 'update-index', `--index-version=${version}`);
      addToIndex(folder, tracked.slice(0, 6));
      const index = readFileSync(join(folder, '.git/index'));
      const kindWith = (bytes: Uint8Array) =>
        kindOf(join(folder, 'new.env'), {
          read: async path => (path.endsWith('/index') ? bytes : diskFiles.read(path)),
        });
      expect(await kindWith(index)).toBe('exposed');
      for (let length = 0; length < index.length; length++) {
        expect([length, await kindWith(index.subarray(0, length))]).toEqual([length, 'unknown']);
      }
      expect(await kindWith(Buffer.concat([index, Buffer.alloc(9)]))).toBe('unknown');
    }
  });

  it.each<readonly [string, (index: Buffer) => unknown]>([
    ['another file', index => index.write('DIRT', 0)],
    ['version 1', index => index.writeUInt32BE(1, 4)],
    ['version 5', index => index.writeUInt32BE(5, 4)],
    ['one entry too many', index => index.writeUInt32BE(3, 8)],
    ['one entry too few', index => index.writeUInt32BE(1, 8)],
    ['an unknown flag', index => index.writeUInt16BE(0xe000, 12 + 62)],
    ['a name of another length', index => index.writeUInt16BE(0x4005, 12 + 60)],
    ['an extension that has to be known', index => index.write('tree', index.indexOf('TREE'))],
    ['an extension that is too long', index => index.writeUInt8(1, index.indexOf('TREE') + 4)],
  ])('is not known with %s', async (_name, damage) => {
    const folder = repository();
    addToIndex(folder, ['.env', 'a.env']);
    git(folder, 'write-tree');
    git(folder, 'update-index', '--skip-worktree', '.env');
    const index = readFileSync(join(folder, '.git/index'));
    damage(index);
    writeFileSync(join(folder, '.git/index'), index);
    expect(await kindOf(join(folder, 'b.env'))).toBe('unknown');
  });

  it('is not known where it is larger than any', async () => {
    const folder = repository();
    git(folder, 'read-tree', '--empty');
    const empty = readFileSync(join(folder, '.git/index'));
    for (const [size, kind] of [
      [64 * 2 ** 20, 'exposed'],
      [64 * 2 ** 20 + 1, 'unknown'],
    ] as const) {
      const index = Buffer.alloc(size);
      empty.copy(index, 0, 0, 12);
      index.write('FILL', 12);
      index.writeUInt32BE(size - 12 - 8 - 20, 16);
      const files: GitFiles = {
        read: async path => (path.endsWith('/index') ? index : diskFiles.read(path)),
      };
      expect([size, await kindOf(join(folder, '.env'), files)]).toEqual([size, kind]);
    }
  });

  it('with 100,000 entries is looked through at once', async () => {
    const paths = Array.from(
      { length: 100_000 },
      (_, index) => `packages/package-${index % 500}/src/components/module-${index}.ts`,
    );
    const folder = repository();
    const path = join(folder, 'packages/package-7/.env');
    addToIndex(folder, paths);
    for (const version of [2, 4]) {
      git(folder, 'update-index', `--index-version=${version}`);
      await kindOf(path);
      const start = process.cpuUsage();
      expect(await kindOf(path)).toBe('exposed');
      const { user, system } = process.cpuUsage(start);
      // In microseconds of this process alone, as the machine may be busy. It takes a tenth of that.
      expect(user + system).toBeLessThan(500_000);
    }
  });
});
