import { t } from '../l10n';

/** A length of time in round words, rounded down: `42 s`, `9 min`, `2 h`, `3 days`. */
export function roughDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < 60) {
    return t`${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) {
    return t`${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? t`${hours} h` : t`${Math.floor(hours / 24)} days`;
}

/** A moment as seen from `now` (both in milliseconds since the epoch): `3 min ago`, `in 2 h`. */
export function relativeTime(moment: number, now: number): string {
  // Translators: {0} is a length of time such as "9 min" or "3 days".
  return moment <= now
    ? t`${roughDuration(now - moment)} ago`
    : t`in ${roughDuration(moment - now)}`;
}
