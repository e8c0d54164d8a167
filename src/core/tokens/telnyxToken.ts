import type { DecodedToken } from './decodeToken';
import type { Grant } from './grants';
import { tokenKind, type TokenKind } from './tokenKind';

/** Whether a grant names something of Telnyx's: a room, a user. */
export function hasTelnyxGrants({ grants }: Pick<DecodedToken, 'grants'>): boolean {
  return grants.some(namesTelnyx);
}

/**
 * Whether a JWT is one of Telnyx's rather than of any other service: by its grants, or by who says
 * to have issued it (`telnyx_access_token`, `telnyx_client_token`, `telnyx_telephony`, …).
 */
export function isTelnyxToken(token: DecodedToken): boolean {
  const issuer = token.claims['iss'];
  return hasTelnyxGrants(token) || (typeof issuer === 'string' && issuer.startsWith('telnyx'));
}

/**
 * The kind of a token of Telnyx's: by its claims, else by what it is called where it stands, else a
 * guess, since only older refresh tokens hold no grants.
 */
export function telnyxTokenKind(token: DecodedToken, named: TokenKind | undefined): TokenKind {
  return tokenKind(token) ?? named ?? (hasTelnyxGrants(token) ? 'client' : 'refresh');
}

function namesTelnyx({ resources, subjects }: Grant): boolean {
  return [...resources, ...subjects].some(name => name.startsWith('telnyx:'));
}
