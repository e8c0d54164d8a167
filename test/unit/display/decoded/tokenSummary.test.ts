import { describe, expect, it } from 'vitest';
import { decodeToken, type DecodedToken } from '../../../../src/core/tokens/decodeToken';
import { hoverLines } from '../../../../src/display/decoded/hoverLines';
import { relativeTime } from '../../../../src/display/decoded/relativeTime';
import { tokenSummary } from '../../../../src/display/decoded/tokenSummary';
import { makeJwt } from '../../../support/makeJwt';
import { clientToken, otherRoomId, refreshToken } from '../../../support/telnyxTokens';
import { vendorRefreshToken } from '../../../support/vendorTokens';

const now = Date.parse('2026-11-23T12:00:00Z');
const seconds = now / 1000;
const endingIn = (left: number) => ({ iat: seconds - 600, exp: seconds + left });

function decoded(token: string): DecodedToken {
  const result = decodeToken(token);
  if (!result.ok) {
    throw new Error(result.reason);
  }
  return result.token;
}

function tokenForRooms(ids: readonly string[]): string {
  const resources = ids.map(id => `telnyx:video:rooms:${id}`);
  return makeJwt({ typ: 'refresh', grants: [{ actions: ['join'], resources }] });
}

describe('relativeTime', () => {
  it.each([
    [0, '0 s ago'],
    [-59_999, '59 s ago'],
    [-200_000, '3 min ago'],
    [42_000, 'in 42 s'],
    [599_999, 'in 9 min'],
    [7_199_000, 'in 119 min'],
    [7_200_000, 'in 2 h'],
    [-172_799_000, '47 h ago'],
    [-172_800_000, '2 days ago'],
  ])('%i ms from now is %s', (distance, text) => {
    expect(relativeTime(now + distance, now)).toBe(text);
  });
});

describe('tokenSummary', () => {
  it.each([
    [
      'a client token',
      clientToken(endingIn(599)),
      'Client token for room 9e2a0cbe…, valid for 9 min',
    ],
    [
      'an expired one',
      clientToken(endingIn(-190)),
      'Client token for room 9e2a0cbe…, expired 3 min ago',
    ],
    [
      'one that ends now',
      clientToken(endingIn(0)),
      'Client token for room 9e2a0cbe…, expired 0 s ago',
    ],
    [
      'a refresh token',
      refreshToken(endingIn(7300), otherRoomId),
      'Refresh token for room 11111111…, valid for 2 h',
    ],
    [
      'one for two rooms',
      tokenForRooms(rooms(2)),
      'Refresh token for rooms 00000000…, 10000000…, no expiry known',
    ],
    [
      'one for many',
      tokenForRooms(rooms(9)),
      'Refresh token for rooms 00000000…, 10000000…, 20000000… and 6 more, no expiry known',
    ],
    [
      'one of another service',
      makeJwt({ exp: seconds + 60 }),
      'A JWT that names no Telnyx room, valid for 1 min',
    ],
    [
      "the vendor's older refresh token",
      vendorRefreshToken,
      'A JWT that names no Telnyx room, expired 2377 days ago',
    ],
  ])('says what %s is', (_name, token, sentence) => {
    expect(tokenSummary(decoded(token), now)).toBe(sentence);
  });
});

describe('hoverLines', () => {
  it('are two: what it is, and that it was not verified', () => {
    expect(hoverLines(decoded(clientToken(endingIn(599))), now)).toEqual([
      'Client token for room 9e2a0cbe…, valid for 9 min',
      'Decoded, not verified: Telnyx publishes no key. Expires 2026-11-23T12:09:59Z (UTC).',
    ]);
    expect(hoverLines(decoded(makeJwt({})), now)[1]).toBe(
      'Decoded, not verified: Telnyx publishes no key.',
    );
  });

  it('are harmless whatever the token holds', () => {
    const evil = '[x](command:y) $(bug) <img> \u202e **';
    const grants = [
      { actions: [evil], resources: [`telnyx:video:rooms:${evil}`], subjects: [evil] },
      { resources: [`telnyx:video:rooms:${otherRoomId}`] },
    ];
    const token = decoded(makeJwt({ typ: evil, iss: evil, grants }, { alg: evil }));
    expect(hoverLines(token, now).join('\n')).not.toMatch(/[[\]()<>*$\u202e]/);
  });
});

function rooms(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${index}0000000-0000-4000-8000-000000000000`);
}
