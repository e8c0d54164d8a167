/** Control characters, line breaks, and marks that reverse or hide text (such as bidi controls). */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

const longestText = 80;

/**
 * Text from a token, a server or a user that is safe to show in a row, a tooltip, a notification or
 * the status bar: one line, no icon (`$(…)`), no link (`[…](…)`), no hidden characters, of at most
 * `longest` characters.
 */
export function plainText(text: string, longest = longestText): string {
  const clean = text
    .slice(0, longest * 4)
    .replace(invisible, ' ')
    .replaceAll('$(', '$ (')
    .replaceAll('](', '] (')
    .trim();
  const characters = Array.from(clean);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : clean;
}
