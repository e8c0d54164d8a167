import { t } from './l10n';

const smallestSkew = 60_000;

/** `Your clock is 3 min behind`, when it is wrong by more than a minute; undefined otherwise. */
export function clockText(clockOffset: number): string | undefined {
  if (Math.abs(clockOffset) <= smallestSkew) {
    return undefined;
  }
  const minutes = Math.round(Math.abs(clockOffset) / 60_000);
  // Half hours count: time zones differ by them.
  const amount = minutes < 120 ? t`${minutes} min` : t`${Math.round(minutes / 30) / 2} h`;
  return clockOffset > 0 ? t`Your clock is ${amount} behind` : t`Your clock is ${amount} ahead`;
}
