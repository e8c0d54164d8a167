import { jwtDecode } from 'jwt-decode';
import { parseGrants, type Grant } from './grants';
import { numericDate, tokenTimes, type TokenTimes } from './tokenTimes';

/** What a JWT says of itself. Decoded, never verified: Telnyx publishes no verification key. */
export interface DecodedToken {
  readonly header: Readonly<Record<string, unknown>>;
  /** The whole payload, as it came. */
  readonly claims: Readonly<Record<string, unknown>>;
  readonly grants: readonly Grant[];
  readonly times: TokenTimes;
}

/** Why a text is not a readable JWT. */
export type UndecodableReason = 'tooLong' | 'notAJwt' | 'notAnObject';

/** A decoded token, or why there is none. */
export type DecodeResult =
  | { readonly ok: true; readonly token: DecodedToken }
  | { readonly ok: false; readonly reason: UndecodableReason };

/** Decoding time grows with the length: 16 KB is far above any real token, and still quick. */
const longestToken = 16_384;

/** Three base64url parts (RFC 7519, section 7.2); an unsigned token's last part is empty. */
const jwtPattern = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Decodes a JWT in compact form. Never throws, and never quotes the token in what it answers. */
export function decodeToken(text: string): DecodeResult {
  if (text.length > longestToken) {
    return { ok: false, reason: 'tooLong' };
  }
  if (!jwtPattern.test(text)) {
    return { ok: false, reason: 'notAJwt' };
  }
  let header: unknown;
  let claims: unknown;
  try {
    text.split('.', 2).forEach(throwUnlessUtf8);
    header = jwtDecode(text, { header: true });
    claims = jwtDecode(text);
  } catch {
    return { ok: false, reason: 'notAJwt' };
  }
  if (!isPlainObject(header)) {
    return { ok: false, reason: 'notAJwt' };
  }
  if (!isPlainObject(claims)) {
    return { ok: false, reason: 'notAnObject' };
  }
  return {
    ok: true,
    token: {
      header,
      claims,
      grants: parseGrants(claims['grants']),
      times: tokenTimes(numericDate(claims['iat']), numericDate(claims['exp'])),
    },
  };
}

/** When a token was issued and ends by its own claims; nothing is known of one that does not decode. */
export function timesOfToken(text: string): TokenTimes {
  const decoded = decodeToken(text);
  return decoded.ok ? decoded.token.times : {};
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** `jwtDecode` takes a part that is not UTF-8 for Latin-1: each name in it would be another one. */
function throwUnlessUtf8(part: string): void {
  const bytes = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  if (/[\x80-\xff]/.test(bytes)) {
    utf8.decode(Uint8Array.from(bytes, byte => byte.charCodeAt(0)));
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
