/** A day and a time, and the zone where it is written. */
const dateTime = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * The moment that an ISO 8601 date and time names, in milliseconds since the epoch: in UTC unless it
 * says otherwise, as the API's times are. Undefined for anything else, of which `Date.parse` would
 * still make some date.
 */
export function isoTime(text: string): number | undefined {
  const [, day, time, zone = 'Z'] = dateTime.exec(text) ?? [];
  if (day === undefined || time === undefined) {
    return undefined;
  }
  const moment = Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(moment) ? undefined : moment;
}
