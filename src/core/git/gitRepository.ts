import { readBytes, readText } from './boundedRead';
import { isGitTrue, parseGitConfig, type GitConfig } from './gitConfig';
import type { GitFiles } from './gitFiles';
import { foldersAbove, resolveGitPath } from './gitPaths';

/** A repository with a work tree. Paths have no slash at the end: the file system's root is empty. */
export interface GitRepository {
  /** The top of the work tree. */
  readonly root: string;
  /** Holds the work tree's own `HEAD` and `index`. */
  readonly gitFolder: string;
  /** Holds what linked work trees share: `config` and `info/exclude`. */
  readonly commonFolder: string;
  /** Bytes of an object's name: SHA-1 or SHA-256. */
  readonly hashBytes: 20 | 32;
}

/**
 * The innermost repository that a file lies in; undefined for none up to the file system's root.
 *
 * @throws an Error when there is one that can't be read, or that says it has no work tree here. Git
 *   would pass over some of these (a `.git` without `HEAD`), but the first repair brings them back.
 */
export async function findRepository(
  path: string,
  files: GitFiles,
): Promise<GitRepository | undefined> {
  for (const root of foldersAbove(path)) {
    const gitFolder = await findGitFolder(root, files);
    if (gitFolder !== undefined) {
      return openRepository(root, gitFolder, files);
    }
  }
  return undefined;
}

/** The folder `.git`, or the one that a file `.git` of a submodule or linked work tree names. */
async function findGitFolder(root: string, files: GitFiles): Promise<string | undefined> {
  const link = await readText(files, `${root}/.git`);
  if (link !== undefined) {
    const target = /^gitdir: ([^\r\n]+)[\r\n]*$/.exec(link)?.[1];
    if (target === undefined) {
      throw new SyntaxError('a file .git without a path');
    }
    return resolveGitPath(root, target);
  }
  const gitFolder = `${root}/.git`;
  const traces = await Promise.all(
    ['HEAD', 'config'].map(name => readBytes(files, `${gitFolder}/${name}`)),
  );
  return traces.some(trace => trace !== undefined) ? gitFolder : undefined;
}

async function openRepository(
  root: string,
  gitFolder: string,
  files: GitFiles,
): Promise<GitRepository> {
  const head = await readText(files, `${gitFolder}/HEAD`);
  if (head === undefined || !/^(?:ref:\s*refs\/|[\da-f]{40})/.test(head)) {
    throw new SyntaxError('a repository without HEAD');
  }
  const common = await readText(files, `${gitFolder}/commondir`);
  const isLinked = common !== undefined;
  const commonFolder = isLinked
    ? resolveGitPath(gitFolder, common.replace(/[\r\n]+$/, ''))
    : gitFolder;
  const config = await readConfig(gitFolder, commonFolder, files);
  if (!['0', '1'].includes(config.get('core.repositoryformatversion') ?? '0')) {
    throw new RangeError('a repository of a later format');
  }
  // What the shared configuration says of a work tree is about the main one.
  if (!isLinked && !isWorkTree(root, gitFolder, config)) {
    throw new RangeError('a repository without a work tree here');
  }
  return { root, gitFolder, commonFolder, hashBytes: hashBytes(config) };
}

async function readConfig(
  gitFolder: string,
  commonFolder: string,
  files: GitFiles,
): Promise<GitConfig> {
  const config = parseGitConfig((await readText(files, `${commonFolder}/config`)) ?? '');
  if (!isGitTrue(config.get('extensions.worktreeconfig'))) {
    return config;
  }
  const own = parseGitConfig((await readText(files, `${gitFolder}/config.worktree`)) ?? '');
  return new Map([...config, ...own]);
}

function isWorkTree(root: string, gitFolder: string, config: GitConfig): boolean {
  const workTree = config.get('core.worktree');
  return (
    !isGitTrue(config.get('core.bare')) &&
    // Without regard to case: Windows writes the drive either way.
    (workTree === undefined ||
      resolveGitPath(gitFolder, workTree).toLowerCase() === root.toLowerCase())
  );
}

function hashBytes(config: GitConfig): 20 | 32 {
  const format = config.get('extensions.objectformat') ?? 'sha1';
  if (format !== 'sha1' && format !== 'sha256') {
    throw new RangeError('a repository with objects of an unknown format');
  }
  return format === 'sha1' ? 20 : 32;
}
