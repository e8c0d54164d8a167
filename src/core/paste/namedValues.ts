/** A value that stands beside its name, in whatever notation. */
export interface NamedValue {
  /** In lower case and without `_`, `-`, `.`: `refreshtoken` for `REFRESH_TOKEN` and `refreshToken`. */
  readonly name: string;
  readonly value: string;
}

// What is read here comes from anywhere. Every run in these patterns is bounded, or ends where the
// next attempt starts, so that the time grows with the length of the text alone.

/** `name=`, `"name":`, `name =>`, or an option of a command: `--name `. */
const nameAndSeparator =
  /(?<![\w.-])(?:([\w.-]{1,80})[\s"'`“”‘’]{0,20}[:=]{1,3}>?|--([\w-]{1,80})\s)/g;

/**
 * The value that follows: a date and time, or one word. A word that goes on with `=` or `:` is no
 * value but the next name (`FIRST= SECOND=value`).
 */
const followingValue =
  /[\s"'`“”‘’]{0,20}(?:Bearer\s{1,20})?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\w.:+-]{0,20}|[^\s"'`“”‘’,;&?#{}[\]()<>:=]+=*)(?![^\s"'`“”‘’,;&?#{}[\]()<>])/iy;

/** Other names are passed over, and what stands beside them may hold names again (an address). */
const nameOfInterest = /token|room/i;

/**
 * The values named after tokens and rooms, in groups that belong together: the members of a JSON
 * object, or all of a text without braces.
 */
export function namedValues(text: string): readonly (readonly NamedValue[])[] {
  return text.split(/[{}]/).map(valuesOfGroup);
}

function valuesOfGroup(text: string): readonly NamedValue[] {
  const values: NamedValue[] = [];
  nameAndSeparator.lastIndex = 0;
  for (let match; (match = nameAndSeparator.exec(text)) !== null;) {
    const name = match[1] ?? match[2] ?? '';
    followingValue.lastIndex = nameAndSeparator.lastIndex;
    const value = nameOfInterest.test(name) ? followingValue.exec(text)?.[1] : undefined;
    if (value !== undefined) {
      values.push({ name: name.toLowerCase().replace(/[_.-]/g, ''), value });
      nameAndSeparator.lastIndex = followingValue.lastIndex;
    }
  }
  return values;
}
