import { showsSecret, mask } from './secretText';

/**
 * What is not seen: control characters, line breaks, marks that reverse, join or hide text, and
 * letters that are blank. The selector that only makes an emoji of a character may stay.
 */
const unseen = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\u2800]+/gu;

/** The same, but for the marks that `plainText` puts around what runs from right to left. */
const unseenBetween = /(?![\ufe0f\u2068\u2069])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\u2800]+/gu;

/** Half of a surrogate pair, which no font can show. */
const halfCharacters = /\p{Cs}/gu;

/** More marks on one letter than any script has; a pile of them would cover the rows around. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu;

/** Letters of scripts that run from right to left (the blocks that Unicode reserves for them). */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const longestText = 80;

/**
 * Text from a token, a server or a user that is safe to show in a row, a tooltip, a notification or
 * the status bar: one line, no icon (`$(…)`), no link (`[…](…)`), no hidden characters, of at most
 * `longest` characters. One that holds what looks like a secret is masked whole. What runs from right
 * to left is isolated (Unicode Standard Annex 9), so that it does not turn round the words and times
 * beside it.
 */
export function plainText(text: string, longest = longestText): string {
  if (showsSecret(text.slice(0, farthest(longest)))) {
    return mask;
  }
  const plain = disarmed(text, longest, unseen);
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** A whole sentence that is safe to show, of which all that is foreign is `plainText` already. */
export function plainSentence(text: string, longest: number): string {
  return disarmed(text, longest, unseenBetween);
}

/** Whether a text can be shown as it is, blanks around it aside. */
export function isPlainText(text: string, longest: number): boolean {
  return disarmed(text, longest, unseen) === text.trim() && !showsSecret(text);
}

function disarmed(text: string, longest: number, hidden: RegExp): string {
  const plain = text
    .slice(0, farthest(longest))
    .replace(hidden, ' ')
    .replace(halfCharacters, '\ufffd')
    .replace(stackedMarks, '$1')
    .replaceAll('$(', '$ (')
    .replaceAll('](', '] (')
    .trim();
  const characters = Array.from(plain);
  return characters.length > longest || text.length > farthest(longest)
    ? `${characters.slice(0, longest - 1).join('')}…`
    : plain;
}

/** How far a text is looked through: not much further than it could be shown. */
function farthest(longest: number): number {
  return longest * 4;
}
