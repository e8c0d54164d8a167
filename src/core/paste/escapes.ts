/**
 * Pasted text as its author meant it: what shells, JSON strings and addresses had to escape
 * (`\"`, `^"` of a Windows command, `\n`, `\u0026`, `%2E`) stands as it is. No token holds a
 * backslash, caret or percent sign of its own, so the whole text is turned at once.
 */
export function withoutEscapes(text: string): string {
  return percentDecoded(
    text
      .replace(/\\u00([2-7][0-9a-f])/gi, (_escape, code: string) => characterOf(code))
      .replace(/\\[nrt]/g, ' ')
      .replace(/[\\^]/g, ''),
  );
}

/** Decodes `%` escapes of ASCII characters, and leaves any other `%` as it is. */
export function percentDecoded(text: string): string {
  return text.replace(/%([2-7][0-9a-f]|0[9ad])/gi, (_escape, code: string) => characterOf(code));
}

function characterOf(hexCode: string): string {
  return String.fromCharCode(Number.parseInt(hexCode, 16));
}
