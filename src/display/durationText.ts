import { t } from './l10n';

/** A TTL in words: `60 s`, `10 min`, `1 h`, or `90 s` where nothing larger is whole. */
export function durationText(seconds: number): string {
  if (seconds >= 3600 && seconds % 3600 === 0) {
    return t`${seconds / 3600} h`;
  }
  return seconds > 60 && seconds % 60 === 0 ? t`${seconds / 60} min` : t`${seconds} s`;
}
