import type { Room } from '../core/rooms/room';
import { hasExpired } from '../core/time/expiryPhase';
import type { TokenKind } from '../core/tokens/tokenKind';
import { autoRefreshText } from './autoRefreshText';
import { clockText } from './clockText';
import { t } from './l10n';
import type { RoomContext } from './roomContext';
import { expiryText, localTime } from './timeText';

/** Both clocks of a room in plain lines, for tooltips: its tokens' ends, and how it is kept fresh. */
export function clockLines(room: Room, context: RoomContext): readonly string[] {
  const { now, clockOffset } = context;
  const keptUntil = keptAliveUntil(room, now);
  const skew = clockText(clockOffset);
  return [
    t`Client token: ${tokenState(room, 'client', now)}`,
    t`Refresh token: ${tokenState(room, 'refresh', now)}`,
    t`Auto-refresh: ${autoRefreshText(room, context)}`,
    ...(keptUntil === undefined ? [] : [t`Can be kept alive until ${keptUntil}`]),
    // Translators: {0} says that the user's clock is ahead or behind.
    ...(skew === undefined ? [] : [t`${skew}. Refreshes follow the clock of the API.`]),
  ];
}

/** The end of the refresh token, `15:32:00`, while it lasts. */
export function keptAliveUntil({ record, lost }: Room, now: number): string | undefined {
  const times = record.refreshToken;
  return times?.expiresAt === undefined || lost.includes('refresh') || hasExpired(times, now)
    ? undefined
    : localTime(times.expiresAt, now);
}

function tokenState({ record, lost }: Room, kind: TokenKind, now: number): string {
  if (lost.includes(kind)) {
    return t('VS Code could no longer read it, enter it again');
  }
  const times = kind === 'client' ? record.clientToken : record.refreshToken;
  // Translators: said of a token that is not there.
  return times === undefined ? t('none') : expiryText(times, now);
}
