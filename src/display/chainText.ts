import type { Room } from '../core/rooms/room';
import { keptAliveUntil } from './clockLines';
import { expiryText } from './timeText';

/** How long refreshes can go on: `can be kept alive until 13:00:00`, or what is known of the refresh token. */
export function chainText(room: Room, now: number): string {
  const { record, lost } = room;
  const { refreshToken } = record;
  const keptUntil = keptAliveUntil(room, now);
  if (keptUntil !== undefined) {
    return `can be kept alive ${keptUntil}`;
  }
  if (refreshToken === undefined) {
    return 'no refresh token';
  }
  if (lost.includes('refresh')) {
    return "refresh token can't be read";
  }
  return refreshToken.expiresAt === undefined
    ? 'refresh token without a known end'
    : `refresh token ${expiryText(refreshToken, now)}`;
}
