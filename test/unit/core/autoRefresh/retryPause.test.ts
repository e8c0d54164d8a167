import { describe, expect, it } from 'vitest';
import { retryPause } from '../../../../src/core/autoRefresh/retryPause';

const minute = 60_000;

describe('retryPause', () => {
  it('doubles up to a minute', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 100].map(count =>
      retryPause(undefined, count, Infinity, 1),
    );
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map(seconds => seconds * 1000));
  });

  it.each([
    [0, 4000],
    [0.5, 6000],
    [1, 8000],
  ])('with random %s, is %s ms the fourth time', (random, pause) => {
    expect(retryPause(undefined, 4, Infinity, random)).toBe(pause);
  });

  it.each([
    { asked: 10, pause: 10_500 },
    { asked: 0, pause: 1000 },
    { asked: 3600, pause: 3_600_500 },
    { asked: 3601, pause: 3_600_500 },
    { asked: 1e9, pause: 3_600_500 },
  ])('waits a little longer than $asked s when asked to, up to an hour', ({ asked, pause }) => {
    expect(retryPause(asked, 1, Infinity, 1)).toBe(pause);
  });

  it.each([
    { endsIn: 10 * minute, pause: 60_500 },
    { endsIn: 20_000, pause: 19_000 },
    { endsIn: 2001, pause: 1001 },
    { endsIn: 2000, pause: 60_500 },
    { endsIn: 0, pause: 60_500 },
    { endsIn: -minute, pause: 60_500 },
  ])('lasts no longer than a token that ends in $endsIn ms, while that helps', facts => {
    expect(retryPause(60, 1, facts.endsIn, 1)).toBe(facts.pause);
  });
});
