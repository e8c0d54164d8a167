import { describe, expect, it } from 'vitest';
import { suggestedRefreshTtl, suggestedTtl } from '../../../../src/core/rooms/suggestedTtl';
import { noon } from './world';

function living(seconds: number) {
  return { issuedAt: noon, expiresAt: noon + seconds * 1000 };
}

describe("The TTL for a room's next client token", () => {
  it.each([
    { is: 'the last one', of: { lastTtlSeconds: 60, clientToken: living(300) }, ttl: 60 },
    { is: 'the life of its token', of: { clientToken: living(300) }, ttl: 300 },
    { is: 'that life in whole seconds', of: { clientToken: living(59.6) }, ttl: 60 },
    { is: 'the default, if that life is too short', of: { clientToken: living(9) }, ttl: 600 },
    { is: 'the default, if that life is too long', of: { clientToken: living(3601) }, ttl: 600 },
    { is: 'the default, if that life is unknown', of: { clientToken: {} }, ttl: 600 },
    { is: 'the default, without a token', of: {}, ttl: 600 },
  ])('is $is', ({ of, ttl }) => {
    expect(suggestedTtl(of)).toBe(ttl);
  });

  it('is what the caller falls back to instead of the default', () => {
    expect(suggestedTtl({}, 30)).toBe(30);
    expect(suggestedTtl({ clientToken: living(300) }, 30)).toBe(300);
  });
});

describe("The TTL for a room's next refresh token", () => {
  it.each([
    { of: { lastRefreshTtlSeconds: 86_400, refreshToken: living(3600) }, ttl: 86_400 },
    { of: { refreshToken: living(14_400) }, ttl: 14_400 },
    { of: { refreshToken: living(59) }, ttl: 3600 },
    { of: { refreshToken: living(86_401) }, ttl: 3600 },
    { of: {}, ttl: 3600 },
  ])('of $of is $ttl', ({ of, ttl }) => {
    expect(suggestedRefreshTtl(of)).toBe(ttl);
  });
});
