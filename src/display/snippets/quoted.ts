/** A text as a literal of JavaScript, in single quotes; it ends no `<script>` that it stands in. */
export function codeLiteral(text: string): string {
  const inner = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replaceAll('<', '\\x3c');
  return `'${inner}'`;
}

/** A text as one word of a POSIX shell, in single quotes: nothing in them has a meaning. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
