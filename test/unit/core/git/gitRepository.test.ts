import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GitFiles } from '../../../../src/core/git/gitFiles';
import { gitStanding } from '../../../../src/core/git/gitStanding';
import { diskFiles, emptyFolder, git, gitSays, kindOf, repository, write } from './realGit';

/** Files of a machine that isn't this one. */
function filesOf(contents: Readonly<Record<string, string>>): GitFiles {
  return {
    read: path => {
      const text = contents[path];
      return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
    },
  };
}

const emptyRepository = { HEAD: 'ref: refs/heads/main\n', config: '[core]\n\tbare = false\n' };

function at(folder: string, contents: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(contents).map(([name, text]) => [`${folder}/${name}`, text]),
  );
}

describe('The repository of a file', { timeout: 30_000 }, () => {
  it('is none where none is found up to the top', async () => {
    const folder = emptyFolder();
    const path = join(folder, '.env');
    expect(gitSays(path)).toBe('noRepository');
    expect(await gitStanding(path, diskFiles)).toEqual({ kind: 'noRepository' });
    expect(await gitStanding('/.env', filesOf({}))).toEqual({ kind: 'noRepository' });
  });

  it.each([
    ['the top of the file system', '/.git', '/.env', '/.gitignore', '/.env'],
    ['a folder', '/a/.git', '/a/b c/.env', '/a/.gitignore', '/b c/.env'],
    ['a drive', '/c:/.git', '/c:/app/.env', '/c:/.gitignore', '/app/.env'],
  ])('may be at %s', async (_place, gitFolder, path, gitIgnoreFile, gitIgnoreLine) => {
    const files = filesOf(at(gitFolder, emptyRepository));
    const standing = await gitStanding(path, files);
    expect(standing).toEqual({ kind: 'exposed', gitIgnoreFile, gitIgnoreLine });
  });

  it('is looked for no higher than a drive', async () => {
    const read: string[] = [];
    const files: GitFiles = {
      read: path => {
        read.push(path);
        return Promise.resolve(undefined);
      },
    };
    expect(await kindOf('/C:/app/.env', files)).toBe('noRepository');
    expect(read).toContain('/C:/.git');
    expect(read.every(path => path.startsWith('/C:/'))).toBe(true);
  });

  it('is the innermost one', async () => {
    const outer = repository({ '.gitignore': '.env\n' });
    const inner = join(outer, 'inner');
    git(outer, 'init', '--quiet', inner);
    const path = join(inner, 'src/.env');
    expect(gitSays(path)).toBe('exposed');
    expect(await gitStanding(path, diskFiles)).toEqual({
      kind: 'exposed',
      gitIgnoreFile: join(inner, '.gitignore'),
      gitIgnoreLine: '/src/.env',
    });
    expect(await kindOf(join(outer, 'other/.env'))).toBe('ignored');
  });

  it('is a linked work tree, with an index of its own and shared exceptions', async () => {
    const main = repository({ 'tracked.env': '', 'here.env': '' });
    git(main, 'add', 'tracked.env');
    git(main, 'commit', '--quiet', '--message', 'First');
    const linked = join(emptyFolder(), 'linked');
    git(main, 'worktree', 'add', '--quiet', '-b', 'linked', linked);
    write(linked, { 'there.env': '' });
    git(linked, 'add', 'there.env');
    git(main, 'add', 'here.env');
    write(main, { '.git/info/exclude': 'excluded.env' });
    for (const [name, kind] of Object.entries({
      'tracked.env': 'tracked',
      'there.env': 'tracked',
      'here.env': 'exposed',
      'excluded.env': 'ignored',
    })) {
      const path = join(linked, name);
      expect([name, gitSays(path)]).toEqual([name, kind]);
      expect([name, await kindOf(path)]).toEqual([name, kind]);
    }
  });

  it('is a linked work tree of a bare repository', async () => {
    const source = repository({ '.env': '' });
    git(source, 'add', '.env');
    git(source, 'commit', '--quiet', '--message', 'First');
    const project = emptyFolder();
    git(project, 'clone', '--quiet', '--bare', source, '.bare');
    write(project, { '.git': 'gitdir: ./.bare\n' });
    git(project, 'worktree', 'add', '--quiet', '-b', 'other', 'other');
    expect(gitSays(join(project, 'other/.env'))).toBe('tracked');
    expect(await kindOf(join(project, 'other/.env'))).toBe('tracked');
    expect(await kindOf(join(project, 'other/new.env'))).toBe('exposed');
    // No work tree, until somebody sets `core.bare` to false.
    expect(await kindOf(join(project, '.env'))).toBe('unknown');
  });

  it('is a submodule', async () => {
    const source = repository({ 'tracked.env': '' });
    git(source, 'add', '.');
    git(source, 'commit', '--quiet', '--message', 'First');
    const outer = repository({ '.gitignore': '*.env' });
    git(outer, 'submodule', '--quiet', 'add', '--', source, 'libs/sub');
    for (const [name, kind] of [
      ['tracked.env', 'tracked'],
      ['a/new.env', 'exposed'],
    ] as const) {
      const path = join(outer, 'libs/sub', name);
      expect(gitSays(path)).toBe(kind);
      expect(await kindOf(path)).toBe(kind);
    }
    git(outer, 'commit', '--quiet', '--message', 'Add submodule');
    git(outer, 'submodule', '--quiet', 'deinit', '--force', '--all');
    rmSync(join(outer, 'libs/sub/.git'), { force: true });
    expect(await kindOf(join(outer, 'libs/sub/a/new.env'))).toBe('unknown');
    expect(await kindOf(join(outer, 'libs/submarine/new.env'))).toBe('ignored');
  });

  it('has files of git itself, which are never added', async () => {
    const folder = repository();
    expect(await kindOf(join(folder, '.git/.env'))).toBe('unknown');
    expect(await kindOf(join(folder, '.git/hooks/.env'))).toBe('unknown');
  });

  it.each([
    ['../shared/.git/worktrees/w', '/src/shared/.git/worktrees/w'],
    ['/srv/repo/.git/worktrees/w', '/srv/repo/.git/worktrees/w'],
    ['C:/repo/.git/worktrees/w', '/C:/repo/.git/worktrees/w'],
    ['c:\\repo\\.git\\worktrees\\w', '/c:/repo/.git/worktrees/w'],
  ])('may be named by a file as %s', async (written, gitFolder) => {
    for (const ending of ['', '\n', '\r\n']) {
      const files = filesOf({
        '/src/tree/.git': `gitdir: ${written}${ending}`,
        ...at(gitFolder, { HEAD: `${'0'.repeat(40)}\n`, commondir: `../..${ending}` }),
        '/src/tree/.gitignore': '.env',
      });
      expect(await kindOf('/src/tree/.env', files)).toBe('ignored');
    }
  });

  it.each([
    ['in a sentence', '[core] bare = TRUE ; c'],
    ['without a value', '[Core]\n\tBARE\n'],
    ['in the last of several', '[core]\nbare=false\n[x "y"]\na="b\\"#"\n[core]\nbare = "y"es # "'],
    ['over two lines', '[core]\nbare = tr\\\nue\n'],
    ['of the one work tree', '[extensions]\nworktreeConfig=1\n', '[core]\nbare=on'],
  ])('may be bare by its configuration, %s', async (_name, config, ownConfig = '') => {
    const folder = repository({ '.git/config': config, '.git/config.worktree': ownConfig });
    const isBare = git(folder, '-C', '.git', 'rev-parse', '--is-bare-repository').trim();
    expect(isBare).toBe('true');
    expect(await kindOf(join(folder, '.env'))).toBe('unknown');
  });

  it.each([
    '# [core] bare = true\n; bare\n',
    '[core]\n\tbare = fal\\\nse\n',
    '[core]\r\n\tbare = fal\\\r\nse\r\n',
    '[core]\n\tbare = false\n[core "x"]\n\tbare = true\n[core.y]\nbare = true\n',
    '[other]\n\ttext = "[core] \\" bare = true"\n',
    '\ufeff[core]\n\tworktree = "../"\n',
    '[core]bare=no\n[alias]\n\tx = "!f() { echo \\"a;b\\"; }; f" ; bare\n',
    Buffer.from('[user]\nname = J\u00fcrgen # \u00fc\n', 'latin1'),
  ])('may be an ordinary one by its configuration: %j', async config => {
    const folder = repository({ '.git/config': config });
    expect(gitSays(join(folder, '.env'))).toBe('exposed');
    expect(await kindOf(join(folder, '.env'))).toBe('exposed');
  });

  it.each<readonly [string, (folder: string) => void]>([
    ['HEAD is missing', folder => rmSync(join(folder, '.git/HEAD'))],
    ['HEAD says nothing', folder => writeFileSync(join(folder, '.git/HEAD'), '\n')],
    [
      'its objects are of an unknown kind',
      folder => write(folder, { '.git/config': '[extensions]objectFormat=sha3' }),
    ],
    [
      'its format is of the future',
      folder => write(folder, { '.git/config': '[core]repositoryFormatVersion=2' }),
    ],
    [
      'its configuration is damaged',
      folder => write(folder, { '.git/config': '[core\nbare = false' }),
    ],
    [
      'its configuration is huge',
      folder => write(folder, { '.git/config': '#'.repeat(2 ** 20 + 1) }),
    ],
    [
      'its work tree is elsewhere',
      folder => write(folder, { '.git/config': '[core]worktree=../..' }),
    ],
  ])('is not passed over where %s', async (_name, damage) => {
    const outer = repository({ '.gitignore': '*' });
    const inner = join(outer, 'inner');
    git(outer, 'init', '--quiet', inner);
    damage(inner);
    expect(await kindOf(join(inner, '.env'))).toBe('unknown');
  });

  it.each(['', 'gitdir:', 'gitdir: ', 'gitdir: ../nowhere', '/srv/x', 'gitdir: //server/x/.git'])(
    'is not passed over where its file .git holds %j',
    async link => {
      const outer = repository({ '.gitignore': '*', 'inner/.git': link });
      expect(await kindOf(join(outer, 'inner/.env'))).toBe('unknown');
    },
  );

  it('is not known where a file can not be read', async () => {
    const folder = repository();
    const path = join(folder, 'a/.env');
    for (const failing of ['.git', '.git/HEAD', '.git/index', '.gitignore', 'a/.gitignore']) {
      const files: GitFiles = {
        read: asked =>
          asked === join(folder, failing)
            ? Promise.reject(new Error('No permission'))
            : diskFiles.read(asked),
      };
      expect([failing, await kindOf(path, files)]).toEqual([failing, 'unknown']);
    }
    expect(await kindOf(path)).toBe('exposed');
  });

  it.each(['.env', 'a/.env', '/a/../.env', '/a/./.env', '/a//.env', '/a/', '/', ''])(
    'is not known for what is no path to a file: %j',
    async path => {
      expect(await kindOf(path, filesOf({}))).toBe('unknown');
    },
  );

  it('lets a folder be named like something of git', async () => {
    const folder = repository();
    mkdirSync(join(folder, '.gitignore'));
    expect(await kindOf(join(folder, '.gitignore/.env'))).toBe('exposed');
  });
});
