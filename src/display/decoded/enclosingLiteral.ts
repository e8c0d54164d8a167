import type { TextRange } from '../../core/tokens/findTokens';
import type { EnvironmentLanguage, Quote } from './environmentLanguages';

/** Where a stretch of source text stands; a literal's range holds its quotes. */
export type Surroundings =
  | ({ readonly kind: 'literal'; readonly quote: Quote } & TextRange)
  | { readonly kind: 'code' | 'comment' };

/**
 * Tells what a stretch of source text stands in, by reading the text from its start: quotes inside
 * of other quotes and of comments don't count. Regular expressions and here-documents are not known.
 */
export function surroundingsOf(
  text: string,
  range: TextRange,
  language: EnvironmentLanguage,
): Surroundings {
  const openings = openingCharacters(language);
  let offset = 0;
  while (offset < range.start) {
    // Most characters open nothing, and a text may have a million of them.
    if (!openings.has(text.charAt(offset))) {
      offset += 1;
      continue;
    }
    if (language.takesBareWords === true && text[offset] === '\\') {
      offset += 2;
      continue;
    }
    const quote = language.quotes.find(({ mark }) => text.startsWith(mark, offset));
    const commentEnd = quote === undefined ? endOfComment(text, offset, language) : undefined;
    const end =
      quote === undefined ? (commentEnd ?? offset + 1) : endOfLiteral(text, offset, quote);
    if (end > range.start && quote !== undefined) {
      return end >= range.end ? { kind: 'literal', quote, start: offset, end } : { kind: 'code' };
    }
    if (end > range.start && commentEnd !== undefined) {
      return { kind: 'comment' };
    }
    offset = end;
  }
  return { kind: 'code' };
}

/** What a literal, a comment or an escape begins with. */
function openingCharacters(language: EnvironmentLanguage): ReadonlySet<string> {
  const { quotes, lineComments, hasBlockComments, takesBareWords } = language;
  const marks = [
    ...quotes.map(({ mark }) => mark),
    ...lineComments,
    ...(hasBlockComments ? ['/*'] : []),
    ...(takesBareWords === true ? ['\\'] : []),
  ];
  return new Set(marks.map(mark => mark.charAt(0)));
}

/** Where a literal ends, behind its closing quote; one that is not closed ends with its line. */
function endOfLiteral(text: string, start: number, { mark, spansLines, escape }: Quote): number {
  let offset = start + mark.length;
  for (; offset < text.length; offset += 1) {
    if (text[offset] === mark[0] && text.startsWith(mark, offset)) {
      return offset + mark.length;
    }
    if (text[offset] === '\n' && !spansLines) {
      return offset;
    }
    if (text[offset] === escape) {
      offset += 1;
    }
  }
  return text.length;
}

/** Where the comment that begins here ends; undefined when none does. */
function endOfComment(
  text: string,
  start: number,
  { lineComments, hasBlockComments }: EnvironmentLanguage,
): number | undefined {
  const begins = (mark: string) => text.startsWith(mark, start);
  if (hasBlockComments && begins('/*')) {
    return endBehind(text, '*/', start + 2);
  }
  // In a shell, a `#` inside of a word is a character like any other; so it is in `$#` or `#{`.
  const isComment = lineComments.some(
    mark => begins(mark) && (mark !== '#' || /^\s?$/.test(text.charAt(start - 1))),
  );
  return isComment ? endBehind(text, '\n', start) : undefined;
}

function endBehind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}
