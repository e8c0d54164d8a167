import { readBytes } from './boundedRead';
import type { GitFiles } from './gitFiles';
import { isGitIgnored } from './gitIgnored';
import { gitIgnoreLine } from './gitIgnoreLine';
import { findRepository, type GitRepository } from './gitRepository';
import { standingInIndex } from './gitTracked';

/** How git stands to a file. `exposed`: neither tracked nor ignored, so that the next `git add` takes it. */
export type GitStanding =
  | { readonly kind: 'noRepository' }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'tracked' }
  | {
      readonly kind: 'exposed';
      /** The `.gitignore` at the top of the repository; it need not exist. */
      readonly gitIgnoreFile: string;
      /** The line that ignores exactly this file, where no deeper `.gitignore` says otherwise. */
      readonly gitIgnoreLine: string;
    }
  /** It can't be told. */
  | { readonly kind: 'unknown' };

/**
 * How git stands to a file that need not exist, read from the repository's files: git itself may be
 * on another machine, and would run what the repository's configuration names.
 *
 * What it says is on the safe side. A file that only the user's own `core.excludesFile` ignores is
 * `exposed`: that file is not read, and others who have the repository have another one. A tracked
 * name in other letter case makes the file `tracked`. What can't be read (also where `files`
 * rejects), is larger than such files are (64 MB for the index, 1 MB for others), or is of an unknown
 * kind makes it `unknown`, and so does a repository that is bare, broken or of another work tree.
 * Work trees that only git's environment or command line names (`--git-dir`) are not found.
 *
 * @param path as in {@link GitFiles}; without symbolic links in it, which can't be seen here.
 */
export async function gitStanding(path: string, files: GitFiles): Promise<GitStanding> {
  try {
    const repository = await findRepository(path, files);
    return repository ? await standingIn(repository, path, files) : { kind: 'noRepository' };
  } catch {
    return { kind: 'unknown' };
  }
}

async function standingIn(
  repository: GitRepository,
  path: string,
  files: GitFiles,
): Promise<GitStanding> {
  const { root, commonFolder } = repository;
  const name = path.slice(root.length + 1);
  const segments = name.split('/');
  if (segments.some(segment => segment.toLowerCase() === '.git')) {
    return { kind: 'unknown' };
  }
  const gitIgnores = segments.map((_segment, depth) =>
    [...segments.slice(0, depth), '.gitignore'].join('/'),
  );
  const [index, exclude, patterns] = await Promise.all([
    standingInIndex(repository, name, gitIgnores, files),
    readBytes(files, `${commonFolder}/info/exclude`),
    Promise.all(gitIgnores.map(gitIgnore => readBytes(files, `${root}/${gitIgnore}`))),
  ]);
  if (index.isTracked) {
    return { kind: 'tracked' };
  }
  // Git follows no link to a `.gitignore`, and reads one that a sparse work tree lacks elsewhere.
  const isReadElsewhere = gitIgnores.some((gitIgnore, depth) => {
    const entry = index.gitIgnore(gitIgnore);
    return entry && (entry.isSymbolicLink || (entry.skipWorktree && patterns[depth] === undefined));
  });
  if (isReadElsewhere) {
    return { kind: 'unknown' };
  }
  const patternFiles = [
    { depth: 0, bytes: exclude },
    ...patterns.map((bytes, depth) => ({ depth, bytes })),
  ].map(({ depth, bytes = new Uint8Array() }) => ({ depth, bytes }));
  return isGitIgnored(name, patternFiles)
    ? { kind: 'ignored' }
    : {
        kind: 'exposed',
        gitIgnoreFile: `${root}/.gitignore`,
        gitIgnoreLine: gitIgnoreLine(name),
      };
}
