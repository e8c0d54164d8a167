import { quotedApiKey, quotedToken } from './hostileTexts';

/** A text that is shown, and how long it may be. */
export interface ShownText {
  readonly where: string;
  readonly text: string;
  readonly longest: number;
}

/** An icon as VS Code reads one (`renderLabelWithIcons`), however it came about. */
const icon = /\$\([a-z0-9-]+(?:~[a-z]+)?\)/i;

/** Icons that the extension shows itself. */
const ownIcons = /^\$\((?:key|sync)\) /;

/** What would not be seen, but for the marks that isolate what runs from right to left. */
const hidden = /(?![\n\ufe0f\u2068\u2069])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\p{Cs}\u2800]/u;

const isolates = /\u2068[^\u2068\u2069]*\u2069/g;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Where a shown text is too long, does anything, hides anything, or quotes a secret. */
export function problemsOf({ where, text, longest }: ShownText): readonly string[] {
  const own = text.replace(ownIcons, '');
  const problems = [
    Array.from(text).length > longest && `is ${text.length} characters long`,
    icon.test(own) && 'has an icon',
    // `parseLinkedText` makes links of this in messages and prompts, and Markdown everywhere.
    text.includes('](') && 'has a link',
    hidden.test(text) && 'has hidden characters',
    /[\u2068\u2069]/.test(text.replace(isolates, '')) && 'has a mark without its pair',
    rightToLeft.test(text.replace(isolates, '')) && 'turns round what stands beside it',
    /\p{M}{5}/u.test(text) && 'has a pile of marks',
    text.includes(quotedToken.slice(0, 24)) && 'quotes a token',
    text.includes(quotedToken.split('.')[1]?.slice(0, 24) ?? '') && 'quotes a part of a token',
    text.includes(quotedApiKey.slice(0, 20)) && 'quotes an API key',
  ];
  return problems
    .filter(problem => problem !== false)
    .map(problem => `${where} ${problem}: ${text.slice(0, 500)}`);
}

/** What JavaScript makes of a value that nobody looked at. */
export const slip = /\bNaN\b|Invalid Date|\bundefined\b|\[object |\bnull\b|Infinity/;
