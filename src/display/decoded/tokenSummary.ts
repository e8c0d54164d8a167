import { shortRoomId } from '../../core/rooms/roomId';
import type { DecodedToken } from '../../core/tokens/decodeToken';
import { grantedRoomIds } from '../../core/tokens/grants';
import { telnyxTokenKind } from '../../core/tokens/telnyxToken';
import type { TokenTimes } from '../../core/tokens/tokenTimes';
import { t } from '../l10n';
import { roughDuration } from './relativeTime';

const mostNamedRooms = 3;

/**
 * What a token is, in a phrase without a full stop: `Client token for room 9e2a0cbe…, expired 3 min
 * ago`. `now` is in milliseconds since the epoch. It quotes nothing of the token but room ids.
 */
export function tokenSummary(token: DecodedToken, now: number): string {
  const roomIds = grantedRoomIds(token.grants);
  if (roomIds.length === 0) {
    return t`A JWT that names no Telnyx room, ${lifeText(token.times, now)}`;
  }
  const rooms = roomsText(roomIds);
  const life = lifeText(token.times, now);
  // Translators: {0} is "room 9e2a0cbe…" or several; {1} is "valid for 9 min" or "expired 3 min ago".
  return telnyxTokenKind(token, undefined) === 'client'
    ? t`Client token for ${rooms}, ${life}`
    : t`Refresh token for ${rooms}, ${life}`;
}

/** `room 9e2a0cbe…`, or `rooms 9e2a0cbe…, 11111111… and 3 more`. */
export function roomsText(roomIds: readonly string[]): string {
  const shown = roomIds.slice(0, mostNamedRooms);
  const names = shown.map(id => `${shortRoomId(id)}…`).join(', ');
  const rest = roomIds.length - shown.length;
  if (rest > 0) {
    return t`rooms ${names} and ${rest} more`;
  }
  return shown.length === 1 ? t`room ${names}` : t`rooms ${names}`;
}

/** `valid for 9 min`, `expired 3 min ago`, or that the token names no expiry. */
export function lifeText({ expiresAt }: TokenTimes, now: number): string {
  if (expiresAt === undefined) {
    return t('no expiry known');
  }
  return expiresAt <= now
    ? t`expired ${roughDuration(now - expiresAt)} ago`
    : t`valid for ${roughDuration(expiresAt - now)}`;
}
