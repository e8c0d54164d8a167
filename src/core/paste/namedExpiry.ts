import { isoTime } from '../time/isoTime';
import { numericDate } from '../tokens/tokenTimes';

/**
 * The moment that a `token_expires_at` names, in milliseconds since the epoch: a date and time, as in
 * the API's answers, or a number, as in a token's claims.
 */
export function namedExpiry(value: string | undefined): number | undefined {
  return isoTime(value ?? '') ?? numericDate(value);
}
