import type { AutoRefreshObstacle } from '../core/autoRefresh/autoRefreshState';
import type { Room } from '../core/rooms/room';
import { failureText } from './failureText';
import type { RoomContext } from './roomContext';
import { localTime } from './timeText';

/** How a room is kept fresh, short enough for its own row; undefined when it is not. */
export function autoRefreshMark({ autoRefresh }: Room): string | undefined {
  switch (autoRefresh.kind) {
    case 'off':
      return undefined;
    case 'on':
      return 'kept fresh';
    case 'retrying':
      return 'trying again';
    case 'paused':
      return 'auto-refresh paused';
    case 'stopped':
      return 'auto-refresh stopped';
  }
}

/** How a room is kept fresh: `next refresh 12:39:00`, or why there is none and what to do about it. */
export function autoRefreshText(room: Room, context: RoomContext): string {
  const { autoRefresh } = room;
  switch (autoRefresh.kind) {
    case 'off':
      return 'off';
    case 'on':
      return onText(room, context);
    case 'retrying':
      return `${autoRefresh.error ? failureText(autoRefresh.error) : 'failed'}, ${nextText(context)}`;
    case 'paused':
      return 'paused, since this window had no focus for long';
    case 'stopped':
      return `stopped: ${obstacleText(autoRefresh.obstacle, context)}`;
  }
}

function onText({ record: { refreshToken } }: Room, context: RoomContext): string {
  const { nextRefreshAt, now } = context;
  if (nextRefreshAt === undefined) {
    return 'on, this token needs no refresh';
  }
  const chainEnd = refreshToken?.expiresAt ?? Infinity;
  return chainEnd > now && chainEnd <= nextRefreshAt
    ? 'on, but the refresh token ends before the next refresh'
    : nextText(context);
}

function nextText({ nextRefreshAt, now }: RoomContext): string {
  const isDue = nextRefreshAt === undefined || nextRefreshAt <= now;
  return `next refresh ${isDue ? 'now' : localTime(nextRefreshAt, now)}`;
}

function obstacleText(obstacle: AutoRefreshObstacle, { hasApiKey }: RoomContext): string {
  switch (obstacle) {
    case 'refused':
      return 'Telnyx refused it, refresh once to go on';
    case 'noRefreshToken':
      return `no refresh token, ${hasApiKey ? 'renew or ' : ''}add one`;
    case 'refreshTokenEnded':
      return `the refresh token expired, ${hasApiKey ? 'renew it or ' : ''}add a new one`;
    case 'untrustedOrigin':
      return 'refresh once to agree to this API';
  }
}
