import type { DecodedToken } from './decodeToken';
import { grantsJoin } from './grants';

/** The two tokens of a room: one joins it, the other gets new ones of the first. */
export type TokenKind = 'client' | 'refresh';

/**
 * What a token is by its own claims, or undefined when they leave it open. `typ` alone does not
 * tell: refresh tokens of an older shape say `access` too, but hold no grants.
 */
export function tokenKind(token: DecodedToken): TokenKind | undefined {
  switch (token.claims['typ']) {
    case 'refresh':
      return 'refresh';
    case 'access':
      return grantsJoin(token.grants) ? 'client' : undefined;
    default:
      return undefined;
  }
}
