import type { Node } from 'jsonc-parser';
import type { TextEdit } from './launchFile';

/** What is added to an object (with a name) or to a list (without one). */
export interface Entry {
  readonly name?: string;
  readonly value: unknown;
}

/**
 * Adds entries at the end of an object or a list, in the layout that it has: on lines of their own
 * or in one, with a trailing comma or without, and behind the comment on the last entry's line.
 */
export function insertLast(text: string, container: Node, entries: readonly Entry[]): TextEdit[] {
  if (entries.length === 0) {
    return [];
  }
  const last = container.children?.at(-1);
  if (last === undefined) {
    return [fillEmpty(text, container, entries)];
  }
  const lastEnd = last.offset + last.length;
  const tail = tailOf(text, lastEnd);
  const isOnOwnLine = text.slice(lineStart(text, last.offset), last.offset).trim() === '';
  const separator = isOnOwnLine ? lineBreak(text) + indentationAt(text, last.offset) : ' ';
  const written = entries.map(entry => separator + writeEntry(entry, text, separator)).join(',');
  if (tail.comma) {
    return [{ offset: tail.end, length: 0, content: `${written},` }];
  }
  // In one line with others, a comment up to the line's end would swallow what comes after it.
  const end = isOnOwnLine ? tail.end : lastEnd;
  return end === lastEnd
    ? [{ offset: end, length: 0, content: `,${written}` }]
    : [
        { offset: lastEnd, length: 0, content: ',' },
        { offset: end, length: 0, content: written },
      ];
}

/** A value as JSON, each line after the first behind a separator that begins with a line break. */
export function writeValue(value: unknown, text: string, separator: string): string {
  return separator === ' '
    ? JSON.stringify(value, undefined, 1).replace(/\n\s*/g, ' ')
    : JSON.stringify(value, undefined, indentationUnit(text)).replaceAll('\n', separator);
}

/** The line break that a text uses. */
export function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function writeEntry({ name, value }: Entry, text: string, separator: string): string {
  const written = writeValue(value, text, separator);
  return name === undefined ? written : `${JSON.stringify(name)}: ${written}`;
}

function fillEmpty(text: string, container: Node, entries: readonly Entry[]): TextEdit {
  const closing = container.offset + container.length - 1;
  const kept = text.slice(0, closing).trimEnd().length;
  const outer = lineBreak(text) + indentationAt(text, container.offset);
  const inner = outer + indentationUnit(text);
  const written = entries.map(entry => inner + writeEntry(entry, text, inner)).join(',');
  return { offset: kept, length: closing - kept, content: written + outer };
}

/** What may stand between two entries: blanks, line breaks, commas and comments. */
const between =
  /[ \t]+|(?<lineBreak>\r\n|[\r\n])|(?<comma>,)|(?<comment>\/\/[^\r\n]*|\/\*[^]*?\*\/)/y;

/** Where the last entry ends with its comma and the comments on its line; whether there is a comma. */
function tailOf(text: string, entryEnd: number): { end: number; comma: boolean } {
  let end = entryEnd;
  let comma = false;
  let isSameLine = true;
  between.lastIndex = entryEnd;
  for (let found = between.exec(text); found?.groups; found = between.exec(text)) {
    const { groups } = found;
    comma ||= groups['comma'] !== undefined;
    isSameLine = groups['comma'] !== undefined || (isSameLine && groups['lineBreak'] === undefined);
    if (groups['comma'] !== undefined || (isSameLine && groups['comment'] !== undefined)) {
      end = between.lastIndex;
    }
  }
  return { end, comma };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The blanks that the line of an offset begins with. */
function indentationAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? '';
}

/** The blanks of the first line that is indented: what one level is indented by. */
function indentationUnit(text: string): string {
  return /^([ \t]+)["{[]/m.exec(text)?.[1] ?? '    ';
}
