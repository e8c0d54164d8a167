import ignore, { type Ignore } from 'ignore';
import { gitIgnoreLine } from './gitIgnoreLine';

/** A file of patterns, and the folder that they are relative to. */
export interface PatternFile {
  /** How many folders of the path that is asked for lie above: none for the work tree's top. */
  readonly depth: number;
  readonly bytes: Uint8Array;
}

/**
 * Whether a file that git doesn't track is ignored, both on a disk that knows upper and lower case
 * and on one that doesn't.
 *
 * @param path relative to the work tree's top.
 * @param patternFiles those that count for more later: `info/exclude`, then each `.gitignore` on the
 *   way down to the file.
 * @throws RangeError for a pattern that is known to be read otherwise than by git.
 */
export function isGitIgnored(path: string, patternFiles: readonly PatternFile[]): boolean {
  const segments = byteText(new TextEncoder().encode(path)).split('/');
  const files = patternFiles.map(({ depth, bytes }) => ({ depth, patterns: readPatterns(bytes) }));
  return [false, true].every(ignorecase => {
    const lists = files.map(({ depth, patterns }) => ({
      depth,
      rules: ignore({ ignorecase, allowRelativePaths: true }).add(patterns),
    }));
    return isIgnored(segments, lists.reverse());
  });
}

/**
 * Goes down to the file as git does: below a folder that is ignored, nothing can be re-included.
 *
 * @param lists those that count for more first.
 */
function isIgnored(
  segments: readonly string[],
  lists: readonly { readonly depth: number; readonly rules: Ignore }[],
): boolean {
  for (const [depth, segment] of segments.entries()) {
    const isFolder = depth < segments.length - 1;
    const above = lists.filter(list => list.depth <= depth);
    for (const list of above) {
      const name = [...segments.slice(list.depth, depth), segment].join('/');
      const { ignored, unignored } = list.rules.test(isFolder ? `${name}/` : name);
      if (ignored) {
        return true;
      }
      if (unignored) {
        break;
      }
    }
    // What all lists together say of the folder, each has to know: it would go by its own word.
    for (const { depth: top, rules } of above) {
      const folder = segments.slice(top, depth + 1).join('/');
      rules.add([{ pattern: `!${gitIgnoreLine(folder)}/` }]);
    }
  }
  return false;
}

function readPatterns(bytes: Uint8Array): { readonly pattern: string }[] {
  const lines = byteText(bytes).replace(byteOrderMark, '').split('\n');
  if (lines.some(isDoubtful)) {
    throw new RangeError('patterns that git may read otherwise');
  }
  return lines.map(pattern => ({ pattern }));
}

/**
 * Whether `ignore` might take for ignored by a line what git doesn't, or take long: git takes the
 * asterisks of `!a**` + `/b` for any folders, not for a part of one name; without regard to case, an
 * escaped capital letter matches nothing; what holds a NUL is no text; and each of many `**` is tried
 * with all the others.
 */
function isDoubtful(line: string): boolean {
  return /^![^]*[^/]\*\*|\\[A-Z]|\0/.test(line) || line.split('**').length > 5;
}

/**
 * Bytes as a text of as many characters, for git counts in bytes: `?` is one. Those beyond ASCII
 * become characters that have no case and are no blanks.
 */
function byteText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += String.fromCharCode(byte < 0x80 ? byte : 0x2800 + byte);
  }
  return text;
}

const byteOrderMark = /^\u28ef\u28bb\u28bf/;
