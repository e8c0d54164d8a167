import type { Room } from '../core/rooms/room';
import { expiryPhase, untilNextPhase } from '../core/time/expiryPhase';
import type { TokenTimes } from '../core/tokens/tokenTimes';
import { roomPlace, roomTitle } from './roomTitle';
import { countdown, expiryText, localTime } from './timeText';

/** When the countdown shows seconds: the setting `telnyxRooms.statusBar.seconds`. */
export type SecondsMode = 'always' | 'lastMinute' | 'never';

/** What the status bar item shows. */
export interface StatusBarView {
  readonly roomKey: string;
  readonly text: string;
  readonly tone: 'normal' | 'warning' | 'error';
  /** Plain text with absolute times: the same until a token or the day changes. */
  readonly tooltip: string;
  /** Without a countdown, so that a screen reader is not told every second. */
  readonly accessibilityLabel: string;
  /** Milliseconds until text or tone change by the passing of time; undefined when they won't. */
  readonly changesIn?: number;
}

/** The status bar at `now` (milliseconds since the epoch); undefined when there is no room. */
export function statusBarView(
  rooms: readonly Room[],
  pinnedKey: string | undefined,
  mode: SecondsMode,
  now: number,
): StatusBarView | undefined {
  const room = rooms.find(room => room.key === pinnedKey) ?? expiringFirst(rooms, now);
  if (room === undefined) {
    return undefined;
  }
  const { clientToken } = room.record;
  const title = roomTitle(room.record);
  const phase = clientToken && expiryPhase(clientToken, now);
  const remaining =
    clientToken?.expiresAt === undefined || phase === 'expired'
      ? undefined
      : clientToken.expiresAt - now;
  return {
    roomKey: room.key,
    text: `$(key) ${title} ${stateText(room, mode, now, remaining)}`,
    tone: phase === 'expired' ? 'error' : phase === 'expiring' ? 'warning' : 'normal',
    tooltip: tooltip(room, now),
    accessibilityLabel: `Telnyx room ${title}, ${clientTokenText(clientToken, now)}`,
    ...(remaining !== undefined && {
      changesIn: Math.min(
        untilTextChanges(remaining, mode),
        untilNextPhase(clientToken ?? {}, now) ?? Infinity,
      ),
    }),
  };
}

/** The room whose client token ends next; when all have ended, the one that ended last. */
function expiringFirst(rooms: readonly Room[], now: number): Room | undefined {
  const byExpiry = [...rooms].sort((one, other) => expiryOf(one) - expiryOf(other));
  const timed = byExpiry.filter(room => Number.isFinite(expiryOf(room)));
  return timed.find(room => expiryOf(room) > now) ?? timed.at(-1) ?? rooms[0];
}

function expiryOf(room: Room): number {
  return room.record.clientToken?.expiresAt ?? Infinity;
}

function clientTokenText(clientToken: TokenTimes | undefined, now: number): string {
  if (clientToken === undefined) {
    return 'no client token';
  }
  return `client token ${
    clientToken.expiresAt === undefined ? 'without expiry' : expiryText(clientToken, now)
  }`;
}

function stateText(
  room: Room,
  mode: SecondsMode,
  now: number,
  remaining: number | undefined,
): string {
  const { clientToken } = room.record;
  if (clientToken === undefined) {
    return 'no token';
  }
  if (remaining === undefined) {
    return expiryPhase(clientToken, now) === 'expired' ? 'expired' : 'no expiry';
  }
  const seconds = Math.ceil(remaining / 1000);
  if (mode === 'always' || (mode === 'lastMinute' && seconds <= 60)) {
    return countdown(seconds);
  }
  return seconds <= 60 ? '< 1 min' : `${Math.ceil(seconds / 60)} min`;
}

/** A countdown changes on whole seconds before the end, a text in minutes on whole minutes. */
function untilTextChanges(remaining: number, mode: SecondsMode): number {
  const inSeconds = mode === 'always' || (mode === 'lastMinute' && remaining <= 60_000);
  const unit = inSeconds ? 1000 : 60_000;
  return remaining % unit || unit;
}

function tooltip({ record }: Room, now: number): string {
  const line = (name: string, expiresAt: number | undefined) =>
    `${name}: ${expiresAt === undefined ? 'no expiry known' : localTime(expiresAt, now)}`;
  const place = roomPlace(record);
  return [
    `Telnyx room ${roomTitle(record)}${place === undefined ? '' : ` (${place})`}`,
    ...(record.clientToken ? [line('Client token expires', record.clientToken.expiresAt)] : []),
    ...(record.refreshToken ? [line('Refresh token expires', record.refreshToken.expiresAt)] : []),
    'Click for refresh, copy and reveal.',
  ].join('\n');
}
