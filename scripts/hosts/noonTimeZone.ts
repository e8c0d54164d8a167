/** Names the environment variable that sets a process's time zone. */
export const timeZoneVariable = 'TZ';

/**
 * The time zone in which it is between 12:00 and 13:00 now, as an IANA name.
 *
 * What tests see depends on the time of day otherwise: a token that ends after midnight is shown
 * with its date.
 */
export function noonTimeZone(now: Date = new Date()): string {
  const hoursAhead = 12 - now.getUTCHours();
  // The names count westward: Etc/GMT-3 is three hours ahead of UTC.
  return `Etc/GMT${hoursAhead > 0 ? '-' : '+'}${Math.abs(hoursAhead)}`;
}
