const firstPause = 1000;
const longestPause = 60_000;

/** Beyond this, a `Retry-After` is not believed, in milliseconds. */
const longestRetryAfter = 3_600_000;

/** How shortly before its end a token is worth a last attempt, in milliseconds. */
export const lastChance = 1000;

/**
 * How long to wait after a failed attempt, in milliseconds: twice as long each time with half of it
 * random, so that many rooms and windows don't come back at once. `Retry-After` is waited for, but
 * not past the end of the token: just before it, one attempt is worth more than patience.
 *
 * @param retryAfterSeconds what the API asked for, if it did.
 * @param failures how many attempts have failed in a row, from 1.
 * @param tokenEndsIn milliseconds, negative when it has ended.
 * @param random from 0 to 1.
 */
export function retryPause(
  retryAfterSeconds: number | undefined,
  failures: number,
  tokenEndsIn: number,
  random: number,
): number {
  const longest = Math.min(longestPause, firstPause * 2 ** (failures - 1));
  const pause = longest / 2 + (longest / 2) * random;
  const asked = Math.min((retryAfterSeconds ?? 0) * 1000, longestRetryAfter);
  const wanted = asked > 0 ? asked + pause / 2 : pause;
  return tokenEndsIn > 2 * lastChance ? Math.min(wanted, tokenEndsIn - lastChance) : wanted;
}
