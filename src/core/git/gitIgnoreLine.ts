import { appendLines } from '../envFiles/textLines';

/**
 * The line of a `.gitignore` that ignores this one file and nothing else.
 *
 * @param relativePath from the folder of the `.gitignore`, parted by slashes.
 */
export function gitIgnoreLine(relativePath: string): string {
  const escaped = relativePath
    .replace(/[\\*?[]/g, '\\$&')
    // Trailing blanks don't count unless escaped, and a line break can't be written but as a joker.
    .replace(/ +$/, blanks => '\\ '.repeat(blanks.length))
    .replace(/[\r\n]/g, '?');
  // From the start, so that it names no file of deeper folders, and is no comment (#) or exception (!).
  return `/${escaped}`;
}

/** The text of a `.gitignore` with a line more, in its own line endings; as it is if it has the line. */
export function appendGitIgnoreLine(text: string, line: string): string {
  return text.split(/\r\n|\r|\n/).includes(line) ? text : appendLines(text, [line]);
}
