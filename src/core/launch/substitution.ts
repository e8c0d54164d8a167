const variable = /\$\{[^{}]*\}/g;

/** Whether `${command:…}` stands anywhere in a value, of that command where one is named. */
export function mentionsCommand(value: unknown, command?: string): boolean {
  // Undefined is no JSON, whatever the types say.
  const text = JSON.stringify(value) as string | undefined;
  return text?.includes(command === undefined ? '${command:' : `\${command:${command}}`) === true;
}

/**
 * Whether a value is what became of another one when some of its `${…}` were substituted. VS Code
 * calls a command with all that it substitutes in, in which what came before is substituted already.
 */
export function isSubstitutionOf(later: unknown, earlier: unknown): boolean {
  if (typeof earlier === 'string') {
    return typeof later === 'string' && fits(later, earlier);
  }
  if (typeof earlier !== 'object' || earlier === null) {
    return later === earlier;
  }
  if (typeof later !== 'object' || later === null) {
    return false;
  }
  const [before, after] = [Object.entries(earlier), new Map(Object.entries(later))];
  return (
    Array.isArray(earlier) === Array.isArray(later) &&
    before.length === after.size &&
    before.every(([name, value]) => after.has(name) && isSubstitutionOf(after.get(name), value))
  );
}

/** Whether all that stands around the variables of a text is there in another, in the same order. */
function fits(text: string, template: string): boolean {
  const parts = template.split(variable);
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) {
    return text === first;
  }
  let end = first.length;
  const inOrder = others.every(part => {
    const start = text.indexOf(part, end);
    end = start + part.length;
    return start >= 0;
  });
  return (
    inOrder && text.startsWith(first) && text.endsWith(last) && text.length >= end + last.length
  );
}
