/** A variable's assignment in the text of an `.env` file. Offsets count UTF-16 units. */
export interface EnvAssignment {
  readonly name: string;
  /** As dotenv reads it: without quotes, trimmed, `\n` in double quotes expanded. */
  readonly value: string;
  /** The start of the line that holds the name, after a byte order mark. */
  readonly lineStart: number;
  /** Where the value starts as it is written, quotes included; empty values start after the sign. */
  readonly valueStart: number;
  readonly valueEnd: number;
  /** What goes before a new value: a blank, where the old one was missing and blanks are the habit. */
  readonly blankBefore: '' | ' ';
}

/** The first assignment that starts at a line, by the rules of dotenv 18 (and those since 15). */
const assignmentPattern = new RegExp(
  [
    // Not `\s*`, which would try every run of blank lines from each of its lines.
    /^(?<indent>[^\S\r\n\u2028\u2029]*(?:export\s+)?)/,
    /(?<name>[\w.-]+)/,
    /(?:(?<beforeSign>\s*)=|:(?<afterColon>\r\n|\s))/,
    // In quotes, over lines too, if nothing but a comment follows; or the rest of the line.
    /(?<written>\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?/,
    /\s*(?:#.*)?$/,
  ]
    .map(part => part.source)
    .join(''),
  'gm',
);

/** The assignments of an `.env` file, in order; comments and what else can't be read are skipped. */
export function envAssignments(text: string): readonly EnvAssignment[] {
  return Array.from(text.matchAll(assignmentPattern), match =>
    toAssignment(text, match.index, match.groups ?? {}),
  );
}

function toAssignment(
  text: string,
  start: number,
  groups: Readonly<Record<string, string | undefined>>,
): EnvAssignment {
  const { indent = '', name = '', beforeSign = '', afterColon = '', written = '' } = groups;
  const signEnd = start + indent.length + name.length + beforeSign.length + 1;
  const trimmed = written.trim();
  const gap = afterColon + written.slice(0, written.length - written.trimStart().length);
  // Only dotenv looks for a value on the lines below: a new one stands beside its name. What is in
  // quotes there was the value; the line below a lone `NAME:` is something else to all others.
  const isBeside = trimmed !== '' && !/[\r\n]/.test(gap);
  const hasText = isBeside || /^['"`]/.test(trimmed);
  return {
    name,
    value: readValue(trimmed),
    lineStart: lineStart(text, start, indent),
    valueStart: isBeside ? signEnd + gap.length : signEnd,
    valueEnd: hasText ? signEnd + gap.length + trimmed.length : signEnd,
    blankBefore: !isBeside && (beforeSign !== '' || afterColon !== '') ? ' ' : '',
  };
}

/** `export` may stand on a line of its own, which is not the assignment's. */
function lineStart(text: string, start: number, indent: string): number {
  const offset = start + Math.max(indent.lastIndexOf('\n'), indent.lastIndexOf('\r')) + 1;
  return offset === 0 && text.startsWith('\ufeff') ? 1 : offset;
}

function readValue(written: string): string {
  const inner = /^(['"`])([^]*)\1$/.exec(written)?.[2] ?? written;
  const value = inner.replace(/\r\n?/g, '\n');
  return written.startsWith('"') ? value.replace(/\\n/g, '\n').replace(/\\r/g, '\r') : value;
}
