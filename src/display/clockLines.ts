import type { Room } from '../core/rooms/room';
import { hasExpired } from '../core/time/expiryPhase';
import type { TokenKind } from '../core/tokens/tokenKind';
import { autoRefreshText } from './autoRefreshText';
import { clockText } from './clockText';
import type { RoomContext } from './roomContext';
import { expiryText, localTime } from './timeText';

/** Both clocks of a room in plain lines, for tooltips: its tokens' ends, and how it is kept fresh. */
export function clockLines(room: Room, context: RoomContext): readonly string[] {
  const { now, clockOffset } = context;
  const keptUntil = keptAliveUntil(room, now);
  const skew = clockText(clockOffset);
  return [
    `Client token: ${tokenState(room, 'client', now)}`,
    `Refresh token: ${tokenState(room, 'refresh', now)}`,
    `Auto-refresh: ${autoRefreshText(room, context)}`,
    ...(keptUntil === undefined ? [] : [`Can be kept alive ${keptUntil}`]),
    ...(skew === undefined ? [] : [`${skew}. Refreshes follow the clock of the API.`]),
  ];
}

/** `until 15:32:00`, while the refresh token lasts. */
export function keptAliveUntil({ record, lost }: Room, now: number): string | undefined {
  const times = record.refreshToken;
  return times?.expiresAt === undefined || lost.includes('refresh') || hasExpired(times, now)
    ? undefined
    : `until ${localTime(times.expiresAt, now)}`;
}

function tokenState({ record, lost }: Room, kind: TokenKind, now: number): string {
  if (lost.includes(kind)) {
    return 'VS Code could no longer read it, enter it again';
  }
  const times = kind === 'client' ? record.clientToken : record.refreshToken;
  return times === undefined ? 'none' : expiryText(times, now);
}
