import { decodeToken, type DecodedToken } from '../tokens/decodeToken';
import type { TokenKind } from '../tokens/tokenKind';
import { earlier } from '../tokens/tokenTimes';
import type { NamedValue } from './namedValues';
import { namedExpiry } from './namedExpiry';
import { isOpaqueToken } from './opaqueToken';

/** A token as it stands in a text, before its claims are weighed. */
export interface FoundToken {
  readonly token: string;
  /** Undefined for a token that does not decode. */
  readonly decoded: DecodedToken | undefined;
  /** What its name says it is. */
  readonly named: TokenKind | undefined;
  /** The expiry written beside it (`token_expires_at`), in milliseconds since the epoch. */
  readonly namedExpiry: number | undefined;
}

/** Three base64url parts of which the first is a JSON object: `{"`, `{ ` or `{` and a line break. */
const jwtPattern = /(?<![\w-])e[wy][\w-]{4,}\.[\w-]+\.[\w-]*/g;

/** The tokens that stand in a text or among its named values (in their groups), each once. */
export function foundTokens(
  text: string,
  groups: readonly (readonly NamedValue[])[],
): readonly FoundToken[] {
  const found = new Map<string, FoundToken>();
  for (const one of [...groups.flatMap(namedTokens), ...decodableTokens(text)]) {
    const known = found.get(one.token);
    found.set(one.token, {
      ...one,
      named: known?.named ?? one.named,
      namedExpiry: earlier(known?.namedExpiry, one.namedExpiry),
    });
  }
  return [...found.values()];
}

/** The tokens of one group; where each of a name has its expiry beside it, with that. */
function namedTokens(group: readonly NamedValue[]): readonly FoundToken[] {
  const valuesByName = new Map<string, string[]>();
  for (const { name, value } of group) {
    const values = valuesByName.get(name);
    if (values === undefined) {
      valuesByName.set(name, [value]);
    } else {
      values.push(value);
    }
  }
  return [...valuesByName].flatMap(([name, values]) => {
    const expiries = valuesByName.get(`${name}expiresat`) ?? [];
    return values.flatMap((value, index) => {
      const expiry = expiries.length === values.length ? namedExpiry(expiries[index]) : undefined;
      return namedToken(name, value, expiry);
    });
  });
}

function namedToken(
  name: string,
  value: string,
  expiry: number | undefined,
): readonly FoundToken[] {
  const known = { named: namedKind(name), namedExpiry: expiry };
  const [jwt] = decodableTokens(value);
  if (jwt !== undefined) {
    return [{ ...jwt, ...known }];
  }
  // Many things are called a token: without claims, only the name that Telnyx's answers and
  // requests use tells.
  const telling =
    /refreshtoken|clienttoken/.test(name) || (name === 'token' && expiry !== undefined);
  return telling && isOpaqueToken(value) ? [{ token: value, decoded: undefined, ...known }] : [];
}

/** In the API's answers, the client token is just the `token`. */
function namedKind(name: string): TokenKind | undefined {
  if (name.includes('refreshtoken')) {
    return 'refresh';
  }
  return name.includes('clienttoken') || name.endsWith('token') ? 'client' : undefined;
}

function decodableTokens(text: string): readonly FoundToken[] {
  return [...text.matchAll(jwtPattern)].flatMap(([token]) => {
    const decoded = decodeToken(token);
    return decoded.ok
      ? [{ token, decoded: decoded.token, named: undefined, namedExpiry: undefined }]
      : [];
  });
}
