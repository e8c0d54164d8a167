import { describe, expect, it } from 'vitest';
import { earlier, numericDate } from '../../../../src/core/tokens/tokenTimes';

describe('numericDate', () => {
  it.each([
    ['seconds', 1_619_094_295, 1_619_094_295_000],
    ['a fraction of a second', 1_619_094_295.4567, 1_619_094_295_457],
    ['a numeric string', '1619094295', 1_619_094_295_000],
    ['milliseconds', 1_619_094_295_123, 1_619_094_295_123],
    ['a moment before 1970', -5, -5000],
    ['zero', 0, 0],
    ['the end of the year 9999', 253_402_300_799, 253_402_300_799_000],
    ['the last second that is no millisecond', 999_999_999_999, 999_999_999_999_000],
    ['the first millisecond that is no second', 1_000_000_000_000, 1_000_000_000_000],
    ['a string with blanks around', ' -5.5 ', -5500],
  ])('reads %s', (_name, value, expected) => {
    expect(numericDate(value)).toBe(expected);
  });

  it.each([[undefined], [null], [''], ['soon'], [NaN], [Infinity], [{}], [[1]], [true], [1e300]])(
    'finds no date in %s',
    value => {
      expect(numericDate(value)).toBeUndefined();
    },
  );

  it.each([['0x60816d17'], ['0b1'], ['1e9'], ['Infinity'], ['1_000'], ['+5'], ['5s'], ['٥']])(
    'finds no date in the text %s, which is no decimal number',
    value => {
      expect(numericDate(value)).toBeUndefined();
    },
  );

  it.each([[1_619_094_295_000_000], [1_619_094_295_000_000_000]])(
    'does not guess at what is finer than milliseconds: %d',
    value => {
      expect(numericDate(value)).toBeUndefined();
    },
  );

  it('only answers what can be shown as a date', () => {
    const latest = numericDate(253_402_300_799_999);
    expect(() => new Date(latest ?? NaN).toISOString()).not.toThrow();
  });
});

describe('earlier', () => {
  it('is the smaller of two times, or the one that there is', () => {
    expect(earlier(1, 2)).toBe(1);
    expect(earlier(2, 1)).toBe(1);
    expect(earlier(undefined, 2)).toBe(2);
    expect(earlier(1, undefined)).toBe(1);
    expect(earlier(undefined, undefined)).toBeUndefined();
  });
});
