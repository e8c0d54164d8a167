import { describe, expect, it } from 'vitest';
import { lastingTtl, lastsFor } from '../../../../src/core/rooms/lastingToken';
import { noon } from './world';

describe('A client token lasts', () => {
  it.each([
    { times: { expiresAt: noon + 60_000 }, seconds: 60, lasts: true },
    { times: { expiresAt: noon + 59_999 }, seconds: 60, lasts: false },
    { times: { expiresAt: noon - 1 }, seconds: 0, lasts: false },
    { times: { expiresAt: noon }, seconds: 0, lasts: false },
    { times: { expiresAt: noon + 1 }, seconds: 0, lasts: true },
    { times: {}, seconds: 3600, lasts: true },
    { times: undefined, seconds: 0, lasts: false },
  ])('$seconds s with $times: $lasts', ({ times, seconds, lasts }) => {
    expect(lastsFor(times, seconds, noon)).toBe(lasts);
  });
});

describe('The TTL of a token that has to last', () => {
  it.each([
    { last: 600, seconds: 60, ttl: 600 },
    { last: 30, seconds: 60, ttl: 60 },
    { last: 30, seconds: 60.5, ttl: 61 },
    { last: 600, seconds: 90_000, ttl: 3600 },
  ])('$seconds s, after one of $last s, is $ttl s', ({ last, seconds, ttl }) => {
    expect(lastingTtl({ lastTtlSeconds: last }, seconds)).toBe(ttl);
  });
});
