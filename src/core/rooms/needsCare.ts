import type { Preferences } from '../preferences';
import type { Room } from './room';

/**
 * Whether there is something to do for a room that nobody asks for: it is kept fresh, or its user may
 * have to be reminded that its client token ends.
 *
 * @param now what time it is for the room's API, in milliseconds since the epoch.
 */
export function needsCare(
  { record: { autoRefresh, clientToken } }: Room,
  preferences: Pick<Preferences, 'autoRefresh' | 'notifyBeforeExpiry'>,
  now: number,
): boolean {
  const isKeptFresh = autoRefresh === undefined ? preferences.autoRefresh() : autoRefresh !== 'off';
  const expiresAt = clientToken?.expiresAt;
  return (
    isKeptFresh ||
    (expiresAt !== undefined && expiresAt > now && preferences.notifyBeforeExpiry() > 0)
  );
}
