import { insertLast, lineBreak, writeValue } from './insertLast';
import type { TextEdit } from './launchFile';
import type { LaunchFileParts } from './launchFileParts';

/** What is to stand in the lists of a `launch.json` besides what they hold. */
export interface NewItems {
  readonly configurations?: readonly unknown[];
  readonly inputs?: readonly unknown[];
}

/** Adds items to the lists of a `launch.json`, with the lists that are missing, or all of it. */
export function addItems(text: string, parts: LaunchFileParts, items: NewItems): TextEdit[] {
  const { root } = parts;
  if (root === undefined) {
    return [appendTo(text, { version: '0.2.0', ...items })];
  }
  const lists = (['configurations', 'inputs'] as const)
    .map(name => ({ name, list: parts[name], values: items[name] ?? [] }))
    .filter(({ values }) => values.length > 0);
  const missing = lists.filter(({ list }) => list === undefined);
  return [
    ...lists.flatMap(({ list, values }) =>
      list ? insertLast(text, list, values.map(asEntry)) : [],
    ),
    ...insertLast(
      text,
      root,
      missing.map(({ name, values }) => ({ name, value: values })),
    ),
  ];
}

/** Puts the whole content behind the comments of a text that holds nothing else. */
function appendTo(text: string, content: unknown): TextEdit {
  const kept = text.trimEnd().length;
  const eol = lineBreak(text);
  return {
    offset: kept,
    length: text.length - kept,
    content: `${kept > 0 ? eol : ''}${writeValue(content, text, eol)}${eol}`,
  };
}

function asEntry(value: unknown) {
  return { value };
}
