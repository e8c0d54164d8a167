/** A length of time in round words, rounded down: `42 s`, `9 min`, `2 h`, `3 days`. */
export function roughDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

/** A moment as seen from `now` (both in milliseconds since the epoch): `3 min ago`, `in 2 h`. */
export function relativeTime(moment: number, now: number): string {
  return moment <= now ? `${roughDuration(now - moment)} ago` : `in ${roughDuration(moment - now)}`;
}
