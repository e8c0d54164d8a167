import { numericDate } from '../tokens/tokenTimes';

/** A day and a time, and the zone where it is written. */
const dateTime = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * The moment that a `token_expires_at` names, in milliseconds since the epoch: ISO 8601 (in UTC
 * unless it says otherwise, as the API's times are) or a number, as in a token's claims.
 */
export function namedExpiry(value: string | undefined): number | undefined {
  const [, day, time, zone = 'Z'] = dateTime.exec(value ?? '') ?? [];
  if (day === undefined || time === undefined) {
    return numericDate(value);
  }
  const moment = Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(moment) ? undefined : moment;
}
