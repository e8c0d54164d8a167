const byteOrderMark = '\ufeff';

/** The line ending that a text uses most; a line feed where it has none, or as many of both. */
export function usualLineEnding(text: string): '\n' | '\r\n' {
  const lineFeeds = text.match(/\n/g)?.length ?? 0;
  const pairs = text.match(/\r\n/g)?.length ?? 0;
  return pairs * 2 > lineFeeds ? '\r\n' : '\n';
}

/** Whether the last line of a text has no ending. A text without lines has no such habit. */
export function lacksLastLineEnding(text: string): boolean {
  return text !== '' && text !== byteOrderMark && !/[\r\n]$/.test(text);
}

/** Adds lines at the end, with the text's usual line ending, and none after the last if it had none. */
export function appendLines(text: string, lines: readonly string[]): string {
  const ending = usualLineEnding(text);
  return lacksLastLineEnding(text)
    ? text + lines.map(line => ending + line).join('')
    : text + lines.map(line => line + ending).join('');
}

/** Adds lines at the start, after a byte order mark. */
export function prependLines(text: string, lines: readonly string[]): string {
  const ending = usualLineEnding(text);
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  return mark + lines.map(line => line + ending).join('') + text.slice(mark.length);
}
