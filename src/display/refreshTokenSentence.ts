import { shortRoomId } from '../core/rooms/roomId';
import type { RefreshTokenCheck } from '../core/tokens/checkRefreshToken';
import { t } from './l10n';
import { localTime } from './timeText';

/** What is wrong with a pasted refresh token, and what to do; undefined when nothing is. */
export function refreshTokenSentence(
  check: RefreshTokenCheck,
  roomId: string | undefined,
  now: number,
): string | undefined {
  if (check.verdict === 'accepted') {
    return undefined;
  }
  switch (check.reason) {
    case 'empty':
      return t('Paste the refresh token of the room.');
    case 'unsendable':
      return t('This is not a token: a token is one line without blanks. Copy it again.');
    case 'undecodable':
      return t('This does not decode as a JWT, so it may not be a refresh token.');
    case 'looksLikeClientToken':
      return t('This looks like a client token (it joins a room), not like a refresh token.');
    case 'expired':
      return t`This refresh token expired ${localTime(check.expiredAt, now)}. Get a new one from your backend or from Telnyx.`;
    case 'otherRoom': {
      const rooms = check.roomIds.slice(0, 3).map(shortRoomId).join(', ');
      return t`This refresh token is for room ${rooms}, not for room ${shortRoomId(roomId ?? '')}. Paste the one of this room.`;
    }
  }
}
