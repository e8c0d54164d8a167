/** Control characters, line breaks, and marks that reverse or hide text (Unicode bidi controls). */
const invisible = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

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
