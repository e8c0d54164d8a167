import type { AutoRefreshObstacle } from '../core/autoRefresh/autoRefreshState';
import type { Room } from '../core/rooms/room';
import { failureText } from './failureText';
import { t } from './l10n';
import type { RoomContext } from './roomContext';
import { localTime } from './timeText';

/** How a room is kept fresh, short enough for its own row; undefined when it is not. */
export function autoRefreshMark({ autoRefresh }: Room): string | undefined {
  switch (autoRefresh.kind) {
    case 'off':
      return undefined;
    case 'on':
      // Translators: said of a room.
      return t('kept fresh');
    case 'retrying':
      return t('trying again');
    case 'paused':
      return t('auto-refresh paused');
    case 'stopped':
      return t('auto-refresh stopped');
  }
}

/** How a room is kept fresh: `next refresh 12:39:00`, or why there is none and what to do about it. */
export function autoRefreshText(room: Room, context: RoomContext): string {
  const { autoRefresh } = room;
  switch (autoRefresh.kind) {
    case 'off':
      // Translators: said of auto-refresh.
      return t('off');
    case 'on':
      return onText(room, context);
    case 'retrying':
      return `${autoRefresh.error ? failureText(autoRefresh.error) : t('failed')}, ${nextText(context)}`;
    case 'paused':
      return t('paused, since this window had no focus for long');
    case 'stopped':
      return t`stopped: ${obstacleText(autoRefresh.obstacle, context)}`;
  }
}

function onText({ record: { refreshToken } }: Room, context: RoomContext): string {
  const { nextRefreshAt, now } = context;
  if (nextRefreshAt === undefined) {
    return t('on, this token needs no refresh');
  }
  const chainEnd = refreshToken?.expiresAt ?? Infinity;
  return chainEnd > now && chainEnd <= nextRefreshAt
    ? t('on, but the refresh token ends before the next refresh')
    : nextText(context);
}

function nextText({ nextRefreshAt, now }: RoomContext): string {
  return nextRefreshAt === undefined || nextRefreshAt <= now
    ? t('next refresh now')
    : t`next refresh ${localTime(nextRefreshAt, now)}`;
}

function obstacleText(obstacle: AutoRefreshObstacle, { hasApiKey }: RoomContext): string {
  switch (obstacle) {
    case 'refused':
      // Translators: "it" is the refresh token; "refresh once" tells the user to do so.
      return t('Telnyx refused it, refresh once to go on');
    case 'noRefreshToken':
      return hasApiKey ? t('no refresh token, renew or add one') : t('no refresh token, add one');
    case 'refreshTokenEnded':
      return hasApiKey
        ? t('the refresh token expired, renew it or add a new one')
        : t('the refresh token expired, add a new one');
    case 'untrustedOrigin':
      return t('refresh once to agree to this API');
  }
}
