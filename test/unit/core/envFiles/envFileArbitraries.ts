import fc from 'fast-check';
import { variable } from './awkwardFiles';

const lineEnding = fc.constantFrom('\n', '\r\n');
const blanks = fc.constantFrom('', ' ', '\t', '  ');
const indent = fc.constantFrom('', '  ', '\t', 'export ', ' export \t');
const quote = fc.constantFrom('', '"', "'", '`');
const comment = fc.constantFrom('', ' ', ' # c', '\t#', ` # it's "${variable}=x"`);
const word = fc.stringMatching(/^[A-Za-z0-9._-]{1,12}$/);

/** A client token, by its letters. */
export const someToken = fc.stringMatching(
  /^[A-Za-z0-9_-]{1,20}\.[A-Za-z0-9_-]{1,20}\.[\w-]{0,20}$/,
);

/** Some lines of an `.env` file that belong together. */
export interface Block {
  /** What stands around the value of {@link variable}; undefined where it has none here. */
  readonly around: readonly [string, string] | undefined;
  readonly text: string;
}

const assignmentOfVariable = fc
  .tuple(indent, blanks, blanks, quote, word, comment, lineEnding)
  .map(([indentation, before, after, mark, value, remark, ending]): Block => {
    const start = `${indentation}${variable}${before}=${after}${mark}`;
    const end = `${mark}${remark}${ending}`;
    return { around: [start, end], text: start + value + end };
  });

const otherLines = fc
  .tuple(
    fc.constantFrom(
      '',
      '   ',
      '# comment',
      `# ${variable}=x`,
      `  #export ${variable}="x"`,
      `# it's "open`,
      'nothing',
      '<<<<<<< HEAD',
      'A=1',
      'export B = "2" # two',
      `C=${variable}=3`,
      `D='${variable}=4'`,
      `E="five\n${variable}=5\r\n"`,
      "F=it's",
      'G: 7',
      'H=',
      `MY_${variable}=8`,
      `${variable}S='9'`,
      '\u00dc=\u{1f511}',
    ),
    lineEnding,
  )
  .map(([text, ending]): Block => ({ around: undefined, text: text + ending }));

/** An `.env` file that people would write, in its blocks. */
export const blocksOfFile = fc
  .tuple(fc.array(fc.oneof(otherLines, assignmentOfVariable), { maxLength: 12 }), fc.boolean())
  .map(([blocks, isComplete]) => (isComplete ? blocks : withoutLastLineEnding(blocks)));

function withoutLastLineEnding(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    if (index < blocks.length - 1) {
      return block;
    }
    const [start, end] = block.around ?? [];
    return {
      around: start !== undefined && end !== undefined ? [start, end.trimEnd()] : undefined,
      text: block.text.trimEnd(),
    };
  });
}

/** The names that {@link soup} assigns. */
export const namesInSoup = [variable, 'A', 'B.c'] as const;

/** Any order of what means something in an `.env` file. */
export const soup = fc
  .array(
    fc.constantFrom(
      ...namesInSoup,
      ...[`\n${variable}=`, '\nA=', 'export ', '=', ': ', ':', ' ', '\t', '\n', '\r\n', '\r'],
      ...[
        '"',
        "'",
        '`',
        '\\',
        '\\n',
        '\\"',
        '#',
        '$',
        'x',
        'value',
        '\ufeff',
        '\u00a0',
        '\u{1f511}',
      ],
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''));

/** A value that may need quotes, or fit into none. */
export const someValue = fc
  .array(fc.constantFrom('a', 'b c', ' ', '#', "'", '"', '`', '\\', '\\n', '$', '=', ':', '\n'), {
    maxLength: 6,
  })
  .map(parts => parts.join(''));
