import type { UndecodableReason } from '../../../src/core/tokens/decodeToken';
import { makeJwt, makeJwtOfText } from '../makeJwt';
import { roomId } from '../telnyxTokens';

/** A token of the corpus, and what may be said of it. */
export interface TokenCase {
  readonly name: string;
  readonly token: string;
  /** Why it can't be read; absent for one that can. */
  readonly unreadable?: UndecodableReason;
  /**
   * When it ends, in milliseconds since the epoch, or null where nothing readable says so. Absent
   * where that is not what the case is about.
   */
  readonly expiresAt?: number | null;
}

/** The grants of a client token in the vendor's shape. */
export const grants = [
  {
    actions: ['join'],
    resources: [`telnyx:video:rooms:${roomId}`],
    subjects: ['telnyx:users:782b2cbe-8466-4e3f-a4d3-9781eb577e50'],
  },
];

/** A client token of Telnyx's with these claims beside or in place of its own. */
export function withClaims(claims: object): string {
  return makeJwt({ typ: 'access', iss: 'telnyx_access_token', grants, ...claims });
}

/** The same with members written by hand, for what `JSON.stringify` can't write. */
export function withMembers(members: string): string {
  const own = JSON.stringify({ typ: 'access', iss: 'telnyx_access_token', grants }).slice(1, -1);
  return makeJwtOfText(`{${own},${members}}`);
}

/** Cases that can't be read, for one reason. */
export function unreadable(
  reason: UndecodableReason,
  tokens: Readonly<Record<string, string>>,
): readonly TokenCase[] {
  return Object.entries(tokens).map(([name, token]) => ({ name, token, unreadable: reason }));
}

/** Cases that can be read. */
export function readable(tokens: Readonly<Record<string, string>>): readonly TokenCase[] {
  return Object.entries(tokens).map(([name, token]) => ({ name, token }));
}
