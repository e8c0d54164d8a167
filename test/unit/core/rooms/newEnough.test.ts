import { describe, expect, it } from 'vitest';
import { isNewEnough, isNewPairEnough } from '../../../../src/core/rooms/newEnough';
import type { TokenSecret } from '../../../../src/core/secrets/tokenSecret';
import type { TokenTimes } from '../../../../src/core/tokens/tokenTimes';
import { noon, room } from './world';

const schedule = { isWanted: () => true, failed: () => Promise.resolve() };

const old: TokenTimes = { issuedAt: noon - 600_000, expiresAt: noon };
const fresh: TokenTimes = { issuedAt: noon + 1000, expiresAt: noon + 601_000 };

function stored(times: TokenTimes, ttlSeconds?: number): TokenSecret {
  return {
    kind: 'client',
    room,
    token: 'x',
    times,
    ...(ttlSeconds !== undefined && { ttlSeconds }),
  };
}

describe('A stored client token makes a scheduled refresh needless', () => {
  const request = { room, ttlSeconds: 600, scheduled: schedule };
  it.each([
    { is: 'not due', times: fresh, seconds: 500, answer: true },
    { is: 'due', times: fresh, seconds: 541, answer: false },
    { is: 'over', times: old, seconds: 0, answer: false },
    { is: 'endless', times: {}, seconds: 1e6, answer: true },
  ])('when it is $is: $answer', ({ times, seconds, answer }) => {
    const now = noon + seconds * 1000;
    const moment = { startedAt: now, known: undefined, now };
    expect(isNewEnough(stored(times), request, moment)).toBe(answer);
  });
});

describe('A stored client token makes a refresh by hand needless', () => {
  const request = { room, ttlSeconds: 600 };
  const moment = { startedAt: noon + 1500, known: old, now: noon + 2000 };
  it.each([
    { is: 'got since, for the same TTL', secret: stored(fresh, 600), answer: true },
    { is: 'got since, for another TTL', secret: stored(fresh, 60), answer: false },
    { is: 'pasted since', secret: stored(fresh), answer: false },
    { is: 'the one that was known', secret: stored(old, 600), answer: false },
    { is: 'older than the wish', secret: stored({ issuedAt: noon }, 600), answer: false },
    { is: 'of unknown age', secret: stored({ expiresAt: noon }, 600), answer: false },
  ])('when it is $is: $answer', ({ secret, answer }) => {
    expect(isNewEnough(secret, request, moment)).toBe(answer);
  });

  it('but not when the window had it already', () => {
    const known = { ...moment, known: { ...fresh } };
    expect(isNewEnough(stored(fresh, 600), request, known)).toBe(false);
  });
});

describe('A stored refresh token makes a new pair needless', () => {
  const request = { room, ttlSeconds: 600, refreshTtlSeconds: 3600, apiKey: 'key' };
  const times = { issuedAt: noon, expiresAt: noon + 3_600_000 };
  it.each([
    { scheduled: true, seconds: 3239, answer: true },
    { scheduled: true, seconds: 3240, answer: false },
    { scheduled: true, seconds: 3601, answer: false },
    { scheduled: false, seconds: 0, answer: false },
  ])('scheduled $scheduled, after $seconds s: $answer', ({ scheduled, seconds, answer }) => {
    const now = noon + seconds * 1000;
    const wanted = scheduled ? { ...request, scheduled: schedule } : request;
    expect(isNewPairEnough(stored(times), wanted, now)).toBe(answer);
  });
});
