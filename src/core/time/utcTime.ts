/** A moment (milliseconds since the epoch) in UTC, as the API writes it: `2021-04-22T12:24:55Z`. */
export function utcTime(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
}
