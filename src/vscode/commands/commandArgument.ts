/**
 * What a command was called with, as plain data: a copy that holds no function, getter or class.
 * Whoever calls a command chooses the argument (a menu, a task, a link, another extension), so that
 * nothing else may read it as it came. What is no plain data becomes an empty text, which names
 * nothing that there is.
 */
export function plainArgument(argument: unknown): unknown {
  if (argument === undefined || argument === null) {
    return undefined;
  }
  try {
    // Undefined is no JSON, whatever the types say.
    const text = JSON.stringify(argument) as string | undefined;
    return text === undefined ? '' : JSON.parse(text);
  } catch {
    return '';
  }
}

/** The room's key in a command's argument: a row of the view, or a key itself. */
export function roomKeyOfArgument(argument: unknown): string | undefined {
  if (typeof argument === 'string') {
    return argument;
  }
  const key = memberOf(argument, 'roomKey');
  return typeof key === 'string' ? key : undefined;
}

/** The id of the row of the view that a command was started on. */
export function rowIdOfArgument(argument: unknown): string | undefined {
  const id = memberOf(memberOf(argument, 'row'), 'id');
  return typeof id === 'string' ? id : undefined;
}

/** A member of an object's own. */
function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
