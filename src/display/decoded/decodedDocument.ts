import type { DecodeResult, UndecodableReason } from '../../core/tokens/decodeToken';
import { numericDate } from '../../core/tokens/tokenTimes';
import { t } from '../l10n';
import { utcTime } from '../timeText';
import { shownName, withoutSecrets } from './claimSecrets';
import { relativeTime } from './relativeTime';
import { tokenSummary } from './tokenSummary';

const timeClaims = new Set(['iat', 'nbf', 'exp']);

const undecodable: Readonly<Record<UndecodableReason, string>> = {
  tooLong: t('This is too long for a token. Select the token alone and decode it again.'),
  notAJwt: t(
    'This is not a readable JWT: three parts of letters, digits, - and _ with dots between. Select a whole token and decode it again.',
  ),
  notAnObject: t('This JWT holds no claims: its payload is not a JSON object.'),
};

/**
 * What a token says, as a JSON document with comments: what it is, its header, and its claims with
 * human times beside them, as of `now` (milliseconds since the epoch). Secrets inside of claims are
 * masked, the signature is not in it, and no character of the token is invisible.
 */
export function decodedDocument(result: DecodeResult, now: number): string {
  if (!result.ok) {
    return `// ${undecodable[result.reason]}\n{}\n`;
  }
  const { header, claims } = result.token;
  return [
    `// ${tokenSummary(result.token, now)}`,
    `// ${t('Decoded, not verified: Telnyx publishes no key')}`,
    `// ${t`As of ${utcTime(now)} (UTC)`}`,
    '{',
    `  "header": ${objectText(header, () => undefined)},`,
    `  "claims": ${objectText(claims, (name, value) => timeComment(name, value, now))}`,
    '}',
    '',
  ].join('\n');
}

/** An object one level inside of the document, with a comment behind the members that have one. */
function objectText(
  object: Readonly<Record<string, unknown>>,
  commentOn: (name: string, value: unknown) => string | undefined,
): string {
  const names = Object.keys(object);
  const lines = names.map((name, index) => {
    const comma = index < names.length - 1 ? ',' : '';
    const comment = commentOn(name, object[name]);
    const text = `    ${jsonText(shownName(name))}: ${jsonText(withoutSecrets(name, object[name]))}${comma}`;
    return comment === undefined ? text : `${text} // ${comment}`;
  });
  return names.length === 0 ? '{}' : ['{', ...lines, '  }'].join('\n');
}

function timeComment(name: string, value: unknown, now: number): string | undefined {
  const moment = timeClaims.has(name) ? numericDate(value) : undefined;
  return moment === undefined ? undefined : `${relativeTime(moment, now)}: ${utcTime(moment)}`;
}

/** JSON two levels inside of the document, with escapes for what would not be seen. */
function jsonText(value: unknown): string {
  return JSON.stringify(value, undefined, 2)
    .replace(/(?![\n\ufe0f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\u2800]/gu, escaped)
    .replaceAll('\n', '\n    ');
}

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
