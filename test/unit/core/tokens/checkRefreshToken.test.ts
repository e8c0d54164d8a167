import { describe, expect, it } from 'vitest';
import { checkRefreshToken, trimToken } from '../../../../src/core/tokens/checkRefreshToken';
import { makeJwt } from '../../../support/makeJwt';
import { clientToken, otherRoomId, refreshToken, roomId } from '../../../support/telnyxTokens';
import { vendorClientToken, vendorRefreshToken } from '../../../support/vendorTokens';

const now = Date.parse('2026-11-23T12:00:00Z');
const seconds = now / 1000;
const life = { iat: seconds - 60, exp: seconds + 3600 };

describe('checkRefreshToken', () => {
  it('accepts a refresh token of the room, and says when it ends and which room it names', () => {
    expect(checkRefreshToken(refreshToken(life), roomId, now)).toEqual({
      verdict: 'accepted',
      times: { issuedAt: life.iat * 1000, expiresAt: life.exp * 1000 },
      roomIds: [roomId],
    });
  });

  it('accepts any room when none is asked for', () => {
    expect(checkRefreshToken(refreshToken(life), undefined, now).verdict).toBe('accepted');
  });

  it('accepts a token without grants, and one without an expiry', () => {
    expect(checkRefreshToken(makeJwt({ typ: 'refresh', ...life }), roomId, now).verdict).toBe(
      'accepted',
    );
    expect(checkRefreshToken(makeJwt({ typ: 'access', sub: 'x' }), roomId, now)).toEqual({
      verdict: 'accepted',
      times: {},
      roomIds: [],
    });
  });

  it('refuses an expired token, from the very second on', () => {
    const token = refreshToken({ iat: seconds - 60, exp: seconds });
    expect(checkRefreshToken(token, roomId, now - 1).verdict).toBe('accepted');
    expect(checkRefreshToken(token, roomId, now)).toEqual({
      verdict: 'refused',
      reason: 'expired',
      expiredAt: now,
    });
    expect(checkRefreshToken(vendorRefreshToken, roomId, now)).toMatchObject({ reason: 'expired' });
    expect(checkRefreshToken(vendorClientToken, roomId, now)).toMatchObject({ reason: 'expired' });
  });

  it('refuses a token for another room, and names it', () => {
    expect(checkRefreshToken(refreshToken(life, otherRoomId), roomId, now)).toEqual({
      verdict: 'refused',
      reason: 'otherRoom',
      roomIds: [otherRoomId],
    });
  });

  it('doubts a client token', () => {
    expect(checkRefreshToken(clientToken(life), roomId, now)).toMatchObject({
      verdict: 'doubtful',
      reason: 'looksLikeClientToken',
      roomIds: [roomId],
    });
  });

  it('doubts what does not decode, and refuses what can not be sent', () => {
    expect(checkRefreshToken('an-opaque-token', roomId, now)).toMatchObject({
      verdict: 'doubtful',
      reason: 'undecodable',
    });
    for (const text of ['two words', 'a\nb', 'tökén', 'x'.repeat(16_385)]) {
      expect(checkRefreshToken(text, roomId, now)).toEqual({
        verdict: 'refused',
        reason: 'unsendable',
      });
    }
    expect(checkRefreshToken('', roomId, now)).toEqual({ verdict: 'refused', reason: 'empty' });
  });
});

describe('trimToken', () => {
  it.each([
    ['blanks', '  a.b.c \n'],
    ['quotes', '"a.b.c",'],
    ['what comes before it in a list', ', "a.b.c"'],
    ['a header', 'Bearer a.b.c'],
    ['a quoted header in any case', "'bearer  a.b.c';"],
  ])('takes off %s', (_name, text) => {
    expect(trimToken(text)).toBe('a.b.c');
  });

  it('leaves nothing of what is only wrapping, and all that is inside', () => {
    expect(trimToken(' "", \n')).toBe('');
    expect(trimToken('"a b"')).toBe('a b');
  });

  it('takes no time over a pasted file of blanks', () => {
    const text = `a${' '.repeat(200_000)}b`;
    const startedAt = performance.now();
    expect(trimToken(text)).toBe(text);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});
