import { isoTime } from '../time/isoTime';
import { member } from './member';

/** A token as the API hands it out. */
export interface IssuedToken {
  readonly token: string;
  /** When it ends by the answer, in milliseconds since the epoch, where the answer says so readably. */
  readonly expiresAt?: number;
}

/** Both tokens of a room, as the generate call hands them out. */
export interface IssuedPair {
  readonly client: IssuedToken;
  readonly refresh: IssuedToken;
}

/** Above any real token, and below what would make every later step slow. */
const longestToken = 16_384;

/** `{data: {token, token_expires_at}}`, or undefined when the token is missing or can't be one. */
export function parseClientTokenAnswer(body: unknown): IssuedToken | undefined {
  return issuedToken(member(body, 'data'), 'token');
}

/** `{data: {token, refresh_token, …_expires_at}}`, or undefined when one of the two is missing. */
export function parseTokenPairAnswer(body: unknown): IssuedPair | undefined {
  const data = member(body, 'data');
  const client = issuedToken(data, 'token');
  const refresh = issuedToken(data, 'refresh_token');
  return client && refresh && { client, refresh };
}

function issuedToken(data: unknown, name: string): IssuedToken | undefined {
  const token = member(data, name);
  if (typeof token !== 'string' || token.length > longestToken || !/^[\x21-\x7e]+$/.test(token)) {
    return undefined;
  }
  const expiry = member(data, `${name}_expires_at`);
  const expiresAt = typeof expiry === 'string' ? isoTime(expiry) : undefined;
  return expiresAt === undefined ? { token } : { token, expiresAt };
}
