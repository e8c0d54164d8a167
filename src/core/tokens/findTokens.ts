import { decodeToken, type DecodedToken } from './decodeToken';
import { opaqueTokens } from './opaqueTokens';
import { hasTelnyxGrants, isTelnyxToken, telnyxTokenKind } from './telnyxToken';
import type { TokenKind } from './tokenKind';

/** A stretch of a text, as offsets in UTF-16 code units; `end` is the first one behind it. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A secret of Telnyx's that stands in a text; the range is that of the secret itself. */
export interface FoundSecret extends TextRange {
  readonly kind: 'clientToken' | 'refreshToken' | 'apiKey';
  /** Whether it is a parameter of an address, such as `?client_token=…`. */
  readonly inAddress: boolean;
  /** What a token says of itself, where it decodes. */
  readonly decoded?: DecodedToken;
}

/** A text longer than this (in UTF-16 code units) is not looked at. */
export const longestSearchedText = 1_048_576;

/** Secrets beyond this are not reported. */
const mostFoundSecrets = 100;

/** How far a token is followed around an offset; none that is longer is decoded. */
const longestToken = 16_384;

// Every pattern starts at the start of a word only, so that the time grows with the text alone.

/** Three base64url parts of which the first is a JSON object: `{"`, `{ ` or `{` and a line break. */
const jwt = /(?<![\w-])e[wy][\w-]{4,}\.[\w-]+\.[\w-]*(?!\.?[\w-])/g;

/** The shape of Telnyx's keys: `KEY` and hex digits, of newer ones `_` and base64url after it. */
const apiKey = /(?<![\w-])KEY[0-9A-F]{16,64}(?:_[\w-]{1,128})?(?![\w-])/g;

/** What stands before the value of an address's parameter. */
const tokenParameter = /[?&#](client|refresh)_token=$/;
const longestTokenParameter = '&refresh_token='.length;

/**
 * The tokens and API keys of Telnyx's in a text of any sort, in the order in which they stand there.
 * Other services' JWTs are left out. Nothing is found in a text of more than 1 MB.
 */
export function findSecrets(text: string): readonly FoundSecret[] {
  if (text.length > longestSearchedText) {
    return [];
  }
  return [...foundTokens(text), ...foundApiKeys(text), ...foundOpaqueTokens(text)]
    .sort((one, other) => one.start - other.start)
    .slice(0, mostFoundSecrets);
}

/** The JWT around an offset of a text, when it has grants of Telnyx's. */
export function tokenAt(
  text: string,
  offset: number,
): (TextRange & { readonly decoded: DecodedToken }) | undefined {
  let first = offset;
  while (first > 0 && offset - first < longestToken && isTokenCharacter(text[first - 1])) {
    first -= 1;
  }
  for (const match of text.slice(first, first + 2 * longestToken).matchAll(jwt)) {
    const start = first + match.index;
    const end = start + match[0].length;
    if (start <= offset && offset <= end) {
      const decoded = decodeToken(match[0]);
      return decoded.ok && hasTelnyxGrants(decoded.token)
        ? { start, end, decoded: decoded.token }
        : undefined;
    }
  }
  return undefined;
}

function foundTokens(text: string): readonly FoundSecret[] {
  return [...text.matchAll(jwt)].flatMap(({ 0: token, index: start }): FoundSecret[] => {
    const result = decodeToken(token);
    if (!result.ok || !isTelnyxToken(result.token)) {
      return [];
    }
    const named = parameterBefore(text, start);
    const kind = secretKind(telnyxTokenKind(result.token, named));
    const range = { start, end: start + token.length };
    return [{ kind, ...range, inAddress: named !== undefined, decoded: result.token }];
  });
}

function foundApiKeys(text: string): readonly FoundSecret[] {
  return [...text.matchAll(apiKey)].map(({ 0: key, index: start }) => ({
    kind: 'apiKey',
    start,
    end: start + key.length,
    inAddress: false,
  }));
}

function foundOpaqueTokens(text: string): readonly FoundSecret[] {
  return opaqueTokens(text).map(({ kind, start, end }) => ({
    kind: secretKind(kind),
    start,
    end,
    inAddress: true,
  }));
}

function parameterBefore(text: string, start: number): TokenKind | undefined {
  const before = text.slice(Math.max(0, start - longestTokenParameter), start);
  return tokenParameter.exec(before)?.[1] as TokenKind | undefined;
}

function secretKind(kind: TokenKind): 'clientToken' | 'refreshToken' {
  return kind === 'client' ? 'clientToken' : 'refreshToken';
}

function isTokenCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\w.-]/.test(character);
}
