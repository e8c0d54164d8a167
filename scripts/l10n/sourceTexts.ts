import ts from 'typescript';

/** A text that the source has translated by `t` of `src/display/l10n.ts`. */
export interface SourceText {
  /** In English, with `{0}` for the first value: the key of its translations. */
  readonly message: string;
  /** What translators have to know: the source's own words, and what stands for each placeholder. */
  readonly comments: readonly string[];
}

/** The name of the function that translates. */
const translate = 't';

const comment = /^\/[/*]+\s*Translators:\s*(.*?)\s*(?:\*\/)?$/s;

/**
 * The texts of a source file in the order in which they stand there. Throws where `t` is given
 * something that is not written out: nobody could translate that.
 */
export function sourceTexts(file: ts.SourceFile): readonly SourceText[] {
  const texts: SourceText[] = [];
  const visit = (node: ts.Node): void => {
    const text = translated(node);
    if (text !== undefined) {
      const message = messageOf(text);
      if (message === undefined) {
        throw new Error(
          `${file.fileName}: \`t\` takes a text that is written out: ${node.getText()}`,
        );
      }
      texts.push({ message, comments: [...writtenComments(node), ...valueComments(text)] });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

/** What a node hands to `t`, where it is a call of that. */
export function translated(node: ts.Node): ts.Expression | undefined {
  if (ts.isTaggedTemplateExpression(node) && isTranslate(node.tag)) {
    return node.template;
  }
  return ts.isCallExpression(node) && isTranslate(node.expression) ? node.arguments[0] : undefined;
}

/** A literal as the key that it is translated by; undefined where it is none. */
export function messageOf(text: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(text)) {
    return text.text;
  }
  return ts.isTemplateExpression(text)
    ? text.templateSpans.reduce(
        (before, { literal }, index) => `${before}{${index}}${literal.text}`,
        text.head.text,
      )
    : undefined;
}

function isTranslate(expression: ts.Expression): boolean {
  return ts.isIdentifier(expression) && expression.text === translate;
}

/** The comments for translators that stand before a text, or before the line that it stands in. */
function writtenComments(node: ts.Node): readonly string[] {
  const file = node.getSourceFile();
  const found: string[] = [];
  let place = node;
  while (!ts.isSourceFile(place)) {
    const ranges = ts.getLeadingCommentRanges(file.text, place.getFullStart()) ?? [];
    found.unshift(...joined(ranges.map(({ pos, end }) => file.text.slice(pos, end))));
    // A comment before a whole function or class is none on its texts.
    const isWhole = ts.isStatement(place) || ts.isObjectLiteralElementLike(place);
    if (found.length > 0 || isWhole) {
      break;
    }
    place = place.parent;
  }
  return found;
}

/** The comment for translators among these, with the line comments that it goes on in. */
function joined(comments: readonly string[]): readonly string[] {
  const first = comments.findIndex(text => comment.test(text));
  if (first < 0) {
    return [];
  }
  const [, begin = ''] = comment.exec(comments[first] ?? '') ?? [];
  const rest = comments.slice(first + 1).map(text => text.replace(/^\/\/\s*/, ''));
  return [[begin, ...rest].join(' ').replace(/\s+/g, ' ')];
}

/** `{0}: roomTitle(record)`, the expression of each placeholder. */
function valueComments(text: ts.Expression): readonly string[] {
  return ts.isTemplateExpression(text)
    ? text.templateSpans.map(
        ({ expression }, index) => `{${index}}: ${expression.getText().replace(/\s+/g, ' ')}`,
      )
    : [];
}
