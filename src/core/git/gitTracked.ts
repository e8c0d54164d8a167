import { readBytes } from './boundedRead';
import type { GitFiles } from './gitFiles';
import { lookUpInIndex, type FoundEntry } from './gitIndexLookup';
import type { GitRepository } from './gitRepository';

const maxIndexBytes = 64 * 1024 * 1024;

/** What git's index says of a file. */
export interface IndexStanding {
  readonly isTracked: boolean;
  /** The entry of a `.gitignore` on the way to the file. */
  gitIgnore(path: string): FoundEntry | undefined;
}

/**
 * Looks for a file in the index of a repository.
 *
 * @param path relative to the work tree's top, as `gitIgnores`: those on the way to the file.
 * @throws an Error when it can't be told: the index can't be read, or has something else in place of
 *   one of the file's folders.
 */
export async function standingInIndex(
  { gitFolder, hashBytes }: GitRepository,
  path: string,
  gitIgnores: readonly string[],
  files: GitFiles,
): Promise<IndexStanding> {
  const bytes = await readBytes(files, `${gitFolder}/index`, maxIndexBytes);
  if (bytes === undefined) {
    // Of a repository in which nothing was ever added.
    return { isTracked: false, gitIgnore: () => undefined };
  }
  const index = lookUpInIndex(bytes, hashBytes, path, gitIgnores);
  const isTracked = index.at(path) !== undefined;
  if (isTracked || index.sharedIndex === undefined) {
    check(isTracked || !index.hasEntryAbove);
    return { isTracked, gitIgnore: name => index.at(name) };
  }
  const sharedBytes = await readBytes(
    files,
    `${gitFolder}/sharedindex.${index.sharedIndex}`,
    maxIndexBytes,
  );
  check(sharedBytes !== undefined);
  const shared = lookUpInIndex(sharedBytes, hashBytes, path, gitIgnores);
  // Which entries of a shared index were removed since is not read: having none is all that counts.
  check(!index.hasEntryAbove && !shared.hasEntryAbove && shared.at(path) === undefined);
  return { isTracked: false, gitIgnore: name => index.at(name) ?? asReplaced(shared.at(name)) };
}

/** An entry of a shared index, which the split one may replace without its name. */
function asReplaced(entry: FoundEntry | undefined): FoundEntry | undefined {
  return entry && { ...entry, skipWorktree: true };
}

function check(isKnown: boolean): asserts isKnown {
  if (!isKnown) {
    throw new RangeError('an index that does not tell');
  }
}
