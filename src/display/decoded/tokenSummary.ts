import { shortRoomId } from '../../core/rooms/roomId';
import type { DecodedToken } from '../../core/tokens/decodeToken';
import { grantedRoomIds } from '../../core/tokens/grants';
import { telnyxTokenKind } from '../../core/tokens/telnyxToken';
import type { TokenTimes } from '../../core/tokens/tokenTimes';
import { roughDuration } from './relativeTime';

const mostNamedRooms = 3;

/**
 * What a token is, in a phrase without a full stop: `Client token for room 9e2a0cbe…, expired 3 min
 * ago`. `now` is in milliseconds since the epoch. It quotes nothing of the token but room ids.
 */
export function tokenSummary(token: DecodedToken, now: number): string {
  const roomIds = grantedRoomIds(token.grants);
  if (roomIds.length === 0) {
    return `A JWT that names no Telnyx room, ${lifeText(token.times, now)}`;
  }
  const kind = telnyxTokenKind(token, undefined) === 'client' ? 'Client token' : 'Refresh token';
  return `${kind} for ${roomsText(roomIds)}, ${lifeText(token.times, now)}`;
}

/** `room 9e2a0cbe…`, or `rooms 9e2a0cbe…, 11111111… and 3 more`. */
export function roomsText(roomIds: readonly string[]): string {
  const names = roomIds.slice(0, mostNamedRooms).map(id => `${shortRoomId(id)}…`);
  const rest = roomIds.length - names.length;
  return `${roomIds.length === 1 ? 'room' : 'rooms'} ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** `valid for 9 min`, `expired 3 min ago`, or that the token names no expiry. */
export function lifeText({ expiresAt }: TokenTimes, now: number): string {
  if (expiresAt === undefined) {
    return 'no expiry known';
  }
  return expiresAt <= now
    ? `expired ${roughDuration(now - expiresAt)} ago`
    : `valid for ${roughDuration(expiresAt - now)}`;
}
