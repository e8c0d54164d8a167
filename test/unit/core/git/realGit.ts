import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { GitFiles } from '../../../../src/core/git/gitFiles';
import { gitStanding, type GitStanding } from '../../../../src/core/git/gitStanding';

/** The files of this machine. */
export const diskFiles: GitFiles = {
  read: async path => {
    try {
      return await readFile(path);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) {
        return undefined;
      }
      throw error;
    }
  },
};

/** An empty folder, removed after the test that is running. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'telnyx-rooms-git-')));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** A folder with a repository in it, which has files by their paths. */
export function repository(
  contents: Readonly<Record<string, string | Uint8Array>> = {},
  ...initOptions: readonly string[]
): string {
  const folder = emptyFolder();
  git(folder, 'init', '--quiet', '--template=', ...initOptions);
  write(folder, contents);
  return folder;
}

export function write(
  folder: string,
  contents: Readonly<Record<string, string | Uint8Array>>,
): void {
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Runs git in a folder. @throws an Error when git fails. */
export function git(folder: string, ...args: readonly string[]): string {
  return gitWithInput(folder, '', ...args);
}

export function gitWithInput(folder: string, input: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {
    env: environment,
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
    stdio: 'pipe',
  });
}

/** Those of the paths that git ignores, whether it tracks them or not. */
export function ignoredPaths(
  folder: string,
  paths: readonly string[],
  options: readonly string[] = [],
): readonly string[] {
  const args = ['-C', folder, ...options, 'check-ignore', '--no-index', '--stdin', '-z'];
  const input = paths.join('\0');
  const { status, stdout, stderr } = spawnSync('git', args, { env: environment, input });
  if (status !== 0 && status !== 1) {
    throw new Error(stderr.toString());
  }
  return stdout
    .toString()
    .split('\0')
    .filter(path => path !== '');
}

/** What git itself says of a file in one of its work trees. */
export function gitSays(path: string): GitStanding['kind'] {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  if (ask(folder, 'rev-parse', '--is-inside-work-tree').status !== 0) {
    return 'noRepository';
  }
  if (ask(folder, 'ls-files', '--error-unmatch', '--', `:(literal)${path}`).status === 0) {
    return 'tracked';
  }
  return ask(folder, 'check-ignore', '--quiet', '--', path).status === 0 ? 'ignored' : 'exposed';
}

/** What the core says of it. */
export async function kindOf(path: string, files: GitFiles = diskFiles): Promise<string> {
  return (await gitStanding(path, files)).kind;
}

function ask(folder: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync('git', ['-C', folder, ...args], { env: environment, encoding: 'utf8' });
}

/** What git reads of this machine and its user, set to nothing. */
const environment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  // Without them, git takes `git/ignore` of the user's configuration.
  HOME: '/dev/null',
  XDG_CONFIG_HOME: '/dev/null',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.invalid',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.invalid',
  // Submodules of the test are other folders of this machine.
  GIT_ALLOW_PROTOCOL: 'file',
};
