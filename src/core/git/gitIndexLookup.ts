import { readGitIndex } from './gitIndex';

/** What an index has of some paths, and where the rest of it is. */
export interface IndexFindings {
  /** What stands in the index at a path that was asked for. */
  at(path: string): FoundEntry | undefined;
  /**
   * Whether something that is no file stands where the first path has a folder: a symbolic link, a
   * submodule, or the one entry that a sparse index has for all of a folder.
   */
  readonly hasEntryAbove: boolean;
  /** See `GitIndexEnd`. */
  readonly sharedIndex: string | undefined;
}

export interface FoundEntry {
  readonly isSymbolicLink: boolean;
  /** See `GitIndexEntry`. */
  readonly skipWorktree: boolean;
}

const fileType = 0o10;
const symbolicLinkType = 0o12;

/**
 * Looks for paths in an index, without regard to case or to how accents are composed: what is one
 * file on some machines is so here on all.
 *
 * @param path relative to the work tree's top, as the others.
 * @throws RangeError see `readGitIndex`.
 */
export function lookUpInIndex(
  bytes: Uint8Array,
  hashBytes: 20 | 32,
  path: string,
  others: readonly string[],
): IndexFindings {
  const wanted = [path, ...others].map(caseless);
  const lengths = new Set(wanted.map(name => name.length));
  const found = new Map<string, FoundEntry>();
  let hasEntryAbove = false;
  const decoder = new TextDecoder();
  const { sharedIndex } = readGitIndex(bytes, hashBytes, ({ name, mode, skipWorktree }) => {
    const type = mode >>> 12;
    // Most entries are told by their length alone: decoding them all would take ten times as long.
    if (type === fileType && !lengths.has(name.length) && isAscii(name)) {
      return;
    }
    const text = caseless(decoder.decode(name));
    if (wanted.includes(text)) {
      found.set(text, { isSymbolicLink: type === symbolicLinkType, skipWorktree });
    }
    hasEntryAbove ||= type !== fileType && caseless(path).startsWith(text.replace(/\/?$/, '/'));
  });
  return { at: name => found.get(caseless(name)), hasEntryAbove, sharedIndex };
}

function caseless(name: string): string {
  return name.normalize('NFD').toLowerCase().toUpperCase();
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) {
    if (byte >= 0x80) {
      return false;
    }
  }
  return true;
}
