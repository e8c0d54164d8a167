import { describe, expect, it } from 'vitest';
import { expiryPhase, untilNextPhase, warningWindow } from '../../../../src/core/time/expiryPhase';

const issuedAt = 1_000_000;
const lived = (seconds: number) => ({ issuedAt, expiresAt: issuedAt + seconds * 1000 });

describe('warningWindow', () => {
  it.each([
    [10, 2],
    [60, 12],
    [300, 60],
    [600, 60],
    [3600, 60],
  ])('of a token of %i s is %i s', (ttl, seconds) => {
    expect(warningWindow(lived(ttl))).toBe(seconds * 1000);
  });

  it('is 60 s when the life of a token is not known', () => {
    expect(warningWindow({ expiresAt: 5 })).toBe(60_000);
  });
});

describe('expiryPhase', () => {
  const times = lived(60);

  it.each([
    ['fresh', 47_999],
    ['expiring', 48_000],
    ['expiring', 59_999],
    ['expired', 60_000],
    ['expired', 10_000_000],
  ])('is %s %i ms after the token was issued', (phase, age) => {
    expect(expiryPhase(times, issuedAt + age)).toBe(phase);
  });

  it('is unlimited without an expiry', () => {
    expect(expiryPhase({ issuedAt }, issuedAt)).toBe('unlimited');
    expect(untilNextPhase({ issuedAt }, issuedAt)).toBeUndefined();
  });

  it.each([10, 60, 300, 600, 3600])('a TTL of %i s goes through every phase in turn', ttl => {
    const seen: string[] = [];
    let now = issuedAt;
    while (seen.length < 10) {
      seen.push(expiryPhase(lived(ttl), now));
      const pause = untilNextPhase(lived(ttl), now);
      if (pause === undefined) {
        break;
      }
      expect(expiryPhase(lived(ttl), now + pause - 1)).toBe(seen.at(-1));
      now += pause;
    }
    expect(seen).toEqual(['fresh', 'expiring', 'expired']);
    expect(now).toBe(issuedAt + ttl * 1000);
  });
});
