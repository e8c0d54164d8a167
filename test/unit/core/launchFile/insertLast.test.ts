import { applyEdits, parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { insertLast } from '../../../../src/core/launchFile/insertLast';
import { parseJson } from '../../../../src/core/launchFile/jsonTree';

/** The text with `"new": [1]` at the end of the whole object. */
function withNew(text: string): string {
  const root = parseJson(text);
  return root ? applyEdits(text, insertLast(text, root, [{ name: 'new', value: [1] }])) : '';
}

/** Each as it was and as it becomes; `¬` stands for a line break of whatever sort. */
const layouts: readonly [name: string, before: string, after: string][] = [
  ['lines', '{¬  "a": 1¬}¬', '{¬  "a": 1,¬  "new": [¬    1¬  ]¬}¬'],
  ['tabs', '{¬\t"a": 1¬}', '{¬\t"a": 1,¬\t"new": [¬\t\t1¬\t]¬}'],
  ['a trailing comma', '{¬  "a": 1,¬}', '{¬  "a": 1,¬  "new": [¬    1¬  ],¬}'],
  [
    'a comment on the last line',
    '{¬  "a": 1 // x, y¬}',
    '{¬  "a": 1, // x, y¬  "new": [¬    1¬  ]¬}',
  ],
  [
    'a comma before a comment',
    '{¬  "a": 1, // x¬  // y¬}',
    '{¬  "a": 1, // x¬  "new": [¬    1¬  ],¬  // y¬}',
  ],
  [
    'a comma behind a comment',
    '{¬  "a": 1 /* x */ , /* y */¬}',
    '{¬  "a": 1 /* x */ , /* y */¬  "new": [¬    1¬  ],¬}',
  ],
  ['a comma on the next line', '{¬  "a": 1¬  ,¬}', '{¬  "a": 1¬  ,¬  "new": [¬    1¬  ],¬}'],
  [
    'a comment of several lines',
    '{¬  "a": 1 /* x¬ , */¬}',
    '{¬  "a": 1, /* x¬ , */¬  "new": [¬    1¬  ]¬}',
  ],
  [
    'comments after the last entry',
    '{¬  "a": 1¬  // "b": 2¬}',
    '{¬  "a": 1,¬  "new": [¬    1¬  ]¬  // "b": 2¬}',
  ],
  ['one line', '{ "a": 1 }', '{ "a": 1, "new": [ 1 ] }'],
  ['one line and a trailing comma', '{ "a": 1, }', '{ "a": 1, "new": [ 1 ], }'],
  ['one line and a comment', '{ "a": 1 // x¬}', '{ "a": 1, "new": [ 1 ] // x¬}'],
  ['no entry', '{}', '{¬    "new": [¬        1¬    ]¬}'],
  ['blanks alone', '{ ¬ ¬}', '{¬    "new": [¬        1¬    ]¬}'],
  ['a comment alone', '{ // x¬}', '{ // x¬    "new": [¬        1¬    ]¬}'],
  ['a closing brace behind the last entry', '{¬  "a": 1}', '{¬  "a": 1,¬  "new": [¬    1¬  ]}'],
];

describe.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
])('An entry is added at the end, with %s', (_name, eol) => {
  it.each(layouts)('in the layout of an object with %s', (_layout, before, after) => {
    const text = withNew(before.replaceAll('¬', eol));
    expect(text).toBe(
      // Where a text has no line break at all, new ones are plain.
      after.replaceAll('¬', before.includes('¬') ? eol : '\n'),
    );
    const errors: never[] = [];
    expect(parse(text, errors, { allowTrailingComma: true })).toMatchObject({ new: [1] });
    expect(errors).toEqual([]);
  });
});
