import type { TextRange } from '../../core/tokens/findTokens';
import { surroundingsOf, type Surroundings } from './enclosingLiteral';
import { environmentLanguage, type EnvironmentLanguage } from './environmentLanguages';

/** What to write in place of a range, which may take in the quotes around a secret. */
export interface EnvironmentReplacement extends TextRange {
  readonly newText: string;
}

type Literal = Extract<Surroundings, { readonly kind: 'literal' }>;

/**
 * The edit of a source text that reads an environment variable (a name of letters, digits and `_`)
 * where a secret stands: a literal that holds nothing else goes with its quotes, and a longer one is
 * put together of its rest and the variable. Undefined in a comment, in a language that is not
 * known, and where the edit could be wrong.
 */
export function environmentReplacement(
  languageId: string,
  variable: string,
  text: string,
  secret: TextRange,
): EnvironmentReplacement | undefined {
  const language = environmentLanguage(languageId);
  if (language === undefined) {
    return undefined;
  }
  const place = surroundingsOf(text, secret, language);
  switch (place.kind) {
    case 'comment':
      return undefined;
    case 'code':
      return language.takesBareWords === true
        ? { start: secret.start, end: secret.end, newText: language.read(variable) }
        : undefined;
    case 'literal':
      return replacementInLiteral(language, variable, text, secret, place);
  }
}

function replacementInLiteral(
  language: EnvironmentLanguage,
  variable: string,
  text: string,
  secret: TextRange,
  literal: Literal,
): EnvironmentReplacement | undefined {
  const { mark, interpolation } = literal.quote;
  const isClosed = text.slice(secret.end, literal.end).endsWith(mark);
  const hasHead = literal.start + mark.length < secret.start;
  const hasTail = secret.end + mark.length < literal.end;
  if (!isClosed) {
    return undefined;
  }
  if ((hasHead || hasTail) && interpolation !== undefined) {
    const newText = interpolation(variable, text.charAt(secret.end));
    return { start: secret.start, end: secret.end, newText };
  }
  if (hasPrefix(language, text, literal)) {
    return undefined;
  }
  const isAttribute = language.hasElements === true && isElementAttribute(text, literal.start);
  if (!hasHead && !hasTail) {
    const read = language.read(variable);
    return { start: literal.start, end: literal.end, newText: isAttribute ? `{${read}}` : read };
  }
  if (language.join === undefined || isAttribute || mark.length > 1) {
    return undefined;
  }
  return {
    start: hasHead ? secret.start : literal.start,
    end: hasTail ? secret.end : literal.end,
    newText: [
      hasHead ? mark + language.join : '',
      language.read(variable),
      hasTail ? language.join + mark : '',
    ].join(''),
  };
}

/** Whether something stands right before a literal that gives it another meaning: `f"…"`, `@"…"`. */
function hasPrefix({ join }: EnvironmentLanguage, text: string, { start }: Literal): boolean {
  // Where nothing is needed between two literals, they may touch other words as well.
  return join !== '' && start > 0 && /[\w@$"'`]/.test(text.charAt(start - 1));
}

/** Whether a literal is an attribute: `<Room clientToken="…"`, or `clientToken="…"` on its own line. */
function isElementAttribute(text: string, start: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(Math.max(lineStart, start - 1000), start);
  return /^\s*[\w-]+=$|<[\w.]+\s(?:.*\s)?[\w-]+=$/.test(before);
}
