/** A text as a literal of JavaScript, in single quotes. */
export function codeLiteral(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}

/** A text as one word of a POSIX shell, in single quotes: nothing in them has a meaning. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
