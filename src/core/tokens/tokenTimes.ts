/** When a token was issued and when it ends, in milliseconds since the epoch, as far as known. */
export interface TokenTimes {
  readonly issuedAt?: number;
  readonly expiresAt?: number;
}

/** Beyond what JavaScript's `Date` can show (ECMA-262, 21.4.1.1). */
const latestDate = 8_640_000_000_000_000;

/**
 * From here on a numeric date is taken for milliseconds, which then are those of 2001. In seconds it
 * would be the year 33658; the end of the year 9999, which says "never" to some, is below.
 */
const smallestMilliseconds = 1_000_000_000_000;

/** The end of the year 9999. Beyond it nobody means milliseconds, but something finer. */
const largestMilliseconds = 253_402_300_799_999;

/** Digits as people write them: `Number` takes `0x10` and more. */
const decimal = /^\s*-?\d+(?:\.\d+)?\s*$/;

/**
 * A JWT's NumericDate (RFC 7519, section 2: seconds since the epoch) in milliseconds. Numeric
 * strings and milliseconds are forgiven; anything that is no date is undefined.
 */
export function numericDate(value: unknown): number | undefined {
  const number = typeof value === 'string' && decimal.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !(Math.abs(number) <= largestMilliseconds)) {
    return undefined;
  }
  return Math.round(Math.abs(number) < smallestMilliseconds ? number * 1000 : number);
}

/** Whether a value is a moment (milliseconds since the epoch) that can be shown as a date. */
export function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= latestDate;
}

/** The earlier of two expiry times, where a missing one does not count. */
export function earlier(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) {
    return one ?? other;
  }
  return Math.min(one, other);
}

/** Whether two sets of times say the same; absent ones are not the same as empty ones. */
export function sameTimes(one: TokenTimes | undefined, other: TokenTimes | undefined): boolean {
  return (
    (one === undefined) === (other === undefined) &&
    one?.issuedAt === other?.issuedAt &&
    one?.expiresAt === other?.expiresAt
  );
}

/** Times as an object without undefined members, as records keep them. */
export function tokenTimes(
  issuedAt: number | undefined,
  expiresAt: number | undefined,
): TokenTimes {
  return {
    ...(issuedAt !== undefined && { issuedAt }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}
