import { expiryPhase } from '../core/time/expiryPhase';
import type { TokenTimes } from '../core/tokens/tokenTimes';

export { utcTime } from '../core/time/utcTime';
import { t } from './l10n';

/** A moment (milliseconds since the epoch) in local time: `12:24:55`, with its date on another day. */
export function localTime(moment: number, now: number): string {
  const date = new Date(moment);
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
  return date.toDateString() === new Date(now).toDateString() ? time : `${localDate(date)} ${time}`;
}

/** `until 12:24:55`, `expired 12:24:55`, or that no expiry is known. */
export function expiryText(times: TokenTimes, now: number): string {
  if (times.expiresAt === undefined) {
    return t('no expiry known');
  }
  const time = localTime(times.expiresAt, now);
  // Translators: {0} is a time such as 12:24:55, with a date on another day; said of a token.
  return expiryPhase(times, now) === 'expired' ? t`expired ${time}` : t`until ${time}`;
}

/** A remaining time in whole seconds: `9:42`, or `1:02:03` from an hour on. */
export function countdown(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const tail = twoDigits(seconds % 60);
  return minutes < 60
    ? `${minutes}:${tail}`
    : `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${tail}`;
}

function localDate(date: Date): string {
  return `${String(date.getFullYear()).padStart(4, '0')}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
