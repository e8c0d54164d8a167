import { envAssignments, type EnvAssignment } from './envAssignments';
import { isEnvVariableName } from './envVariables';
import { appendLines, lacksLastLineEnding, prependLines } from './textLines';
import { UnwritableEnvValueError } from './unwritableEnvValueError';
import { writtenEnvValue } from './writtenEnvValue';

/** The values that variables are to have; undefined for none. */
type WantedValues = ReadonlyMap<string, string | undefined>;

/**
 * The text of an `.env` file with each variable set to its value, or its lines removed where that is
 * undefined. Everything else stays as it is, byte for byte: around a value the indentation, `export`,
 * blanks, comment and line ending, and its quotes where they can hold the new one.
 *
 * Every assignment of a name is changed: most readers take the last one, some the first. One that
 * has the value already is left alone. A name without an assignment gets a line at the end or, where
 * an open quote or a lone `NAME:` there would swallow it, at the start.
 *
 * @throws RangeError for a name that is no variable's.
 * @throws UnwritableEnvValueError when the result would not read as asked, or something else in it
 *   not as before. For a token or a date, only where the file leaves a quote or a `NAME:` open.
 */
export function editEnvFile(
  text: string,
  values: Readonly<Record<string, string | undefined>>,
): string {
  const wanted: WantedValues = new Map(Object.entries(values));
  for (const name of wanted.keys()) {
    if (!isEnvVariableName(name)) {
      throw new RangeError(`not the name of an environment variable: ${name}`);
    }
  }
  const assignments = envAssignments(text);
  const changed = withChangedValues(text, assignments, wanted);
  const added = addedLines(assignments, wanted);
  const expected = readings(assignments, wanted);
  for (const result of [appendLines(changed, added), prependLines(changed, added)]) {
    const after = envAssignments(result);
    if (readsAs(wanted, after) && readings(after, wanted) === expected) {
      return result;
    }
  }
  throw new UnwritableEnvValueError([...wanted.keys()].join(', '));
}

function withChangedValues(
  text: string,
  assignments: readonly EnvAssignment[],
  wanted: WantedValues,
): string {
  let result = '';
  let end = 0;
  let removedTo = -1;
  for (const assignment of assignments.filter(({ name }) => wanted.has(name))) {
    const value = wanted.get(assignment.name);
    if (value === undefined) {
      result += text.slice(end, assignment.lineStart);
      end = removedTo = lineEnd(text, assignment.valueEnd);
    } else if (value !== assignment.value) {
      result += text.slice(end, assignment.valueStart) + changedValue(text, assignment, value);
      end = assignment.valueEnd;
    }
  }
  return removedTo === text.length && lacksLastLineEnding(text)
    ? result.replace(/(?:\r\n|\r|\n)$/, '')
    : result + text.slice(end);
}

function changedValue(text: string, assignment: EnvAssignment, value: string): string {
  const { name, valueStart, valueEnd, blankBefore } = assignment;
  const written = write(name, value, text.slice(valueStart, valueEnd));
  // Without a blank before it, shells take `#` for a part of the value.
  return blankBefore + written + (text[valueEnd] === '#' ? ' ' : '');
}

function addedLines(assignments: readonly EnvAssignment[], wanted: WantedValues): string[] {
  const assigned = new Set(assignments.map(({ name }) => name));
  return [...wanted].flatMap(([name, value]) =>
    value === undefined || assigned.has(name) ? [] : [`${name}=${write(name, value)}`],
  );
}

function write(name: string, value: string, previous?: string): string {
  const written = writtenEnvValue(value, previous);
  if (written === undefined) {
    throw new UnwritableEnvValueError(name);
  }
  return written;
}

/** The end of the line that an offset is in, after its line ending. */
function lineEnd(text: string, offset: number): number {
  const restOfLine = /[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029])?/y;
  restOfLine.lastIndex = offset;
  return offset + (restOfLine.exec(text)?.[0].length ?? 0);
}

/** Whether every assignment has the value asked for, none is left of what has none, and none lacks. */
function readsAs(wanted: WantedValues, assignments: readonly EnvAssignment[]): boolean {
  return [...wanted].every(([name, value]) => {
    const values = assignments.filter(other => other.name === name).map(other => other.value);
    return value === undefined
      ? values.length === 0
      : values.length > 0 && values.every(read => read === value);
  });
}

/** What the variables that are not to change are read as, in order. */
function readings(assignments: readonly EnvAssignment[], wanted: WantedValues): string {
  const others = assignments.filter(({ name }) => !wanted.has(name));
  return JSON.stringify(others.map(({ name, value }) => [name, value]));
}
