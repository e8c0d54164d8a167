import type { Room } from './room';

/**
 * Whether there is something to do for a room that nobody asks for: it is kept fresh, or its user may
 * have to be reminded that its client token ends.
 *
 * @param wanted what counts for rooms for which the user has not chosen.
 * @param now what time it is for the room's API, in milliseconds since the epoch.
 */
export function needsCare(
  { record: { autoRefresh, clientToken } }: Room,
  wanted: { readonly autoRefresh: boolean; readonly reminders: boolean },
  now: number,
): boolean {
  const isKeptFresh = autoRefresh === undefined ? wanted.autoRefresh : autoRefresh !== 'off';
  const expiresAt = clientToken?.expiresAt;
  return isKeptFresh || (expiresAt !== undefined && expiresAt > now && wanted.reminders);
}
