import type { Room } from '../core/rooms/room';
import { expiryPhase, untilNextPhase, type ExpiryPhase } from '../core/time/expiryPhase';
import type { TokenTimes } from '../core/tokens/tokenTimes';
import { autoRefreshMark } from './autoRefreshText';
import { clockLines } from './clockLines';
import { t } from './l10n';
import type { RoomContext } from './roomContext';
import { roomPlace, roomTitle } from './roomTitle';
import { countdown, expiryText } from './timeText';

/** When the countdown shows seconds: the setting `telnyxRooms.statusBar.seconds`. */
export type SecondsMode = 'always' | 'lastMinute' | 'never';

/** What the status bar item shows. */
export interface StatusBarView {
  readonly roomKey: string;
  readonly text: string;
  readonly tone: 'normal' | 'warning' | 'error';
  /** Plain text with absolute times: the same until a token, its refresh or the day changes. */
  readonly tooltip: string;
  /** Without a countdown, so that a screen reader is not told every second. */
  readonly accessibilityLabel: string;
  /** Milliseconds until text or tone change by the passing of time; undefined when they won't. */
  readonly changesIn?: number;
}

/**
 * The status bar as it is now; undefined when there is no room.
 *
 * @param nowOf what time it is for a room's API: all that is asked of rooms that are not shown.
 */
export function statusBarView(
  rooms: readonly Room[],
  pinnedKey: string | undefined,
  mode: SecondsMode,
  contextOf: (room: Room) => RoomContext,
  nowOf: (room: Room) => number = room => contextOf(room).now,
): StatusBarView | undefined {
  const room =
    (pinnedKey === undefined ? undefined : rooms.find(room => room.key === pinnedKey)) ??
    expiringFirst(rooms, nowOf);
  if (room === undefined) {
    return undefined;
  }
  const context = contextOf(room);
  const { now } = context;
  const { clientToken } = room.record;
  const title = roomTitle(room.record);
  const mark = autoRefreshMark(room);
  const phase = clientToken && expiryPhase(clientToken, now);
  const tone = toneOf(room, phase);
  const remaining =
    clientToken?.expiresAt === undefined || phase === 'expired'
      ? undefined
      : clientToken.expiresAt - now;
  return {
    roomKey: room.key,
    text: `$(${tone === 'warning' ? tone : room.autoRefresh.kind === 'on' ? 'sync' : 'key'}) ${title} ${stateText(room, mode, now, remaining)}`,
    tone,
    tooltip: tooltip(room, context),
    accessibilityLabel: [
      t`Telnyx room ${title}`,
      clientTokenText(clientToken, now),
      mark,
      tone === 'warning' ? t('expires soon') : undefined,
    ]
      .filter(part => part !== undefined)
      .join(', '),
    ...(remaining !== undefined && {
      changesIn: Math.min(
        untilTextChanges(remaining, mode),
        untilNextPhase(clientToken ?? {}, now) ?? Infinity,
      ),
    }),
  };
}

/** A token that is being kept fresh nears its end in every cycle: that is no reason to warn. */
function toneOf({ autoRefresh }: Room, phase: ExpiryPhase | undefined): StatusBarView['tone'] {
  if (phase === 'expiring') {
    return autoRefresh.kind === 'on' ? 'normal' : 'warning';
  }
  return phase === 'expired' ? 'error' : 'normal';
}

/** The room whose client token ends next; when all have ended, the one that ended last. */
function expiringFirst(rooms: readonly Room[], nowOf: (room: Room) => number): Room | undefined {
  let next: { room: Room; endsIn: number } | undefined;
  let last: { room: Room; endsIn: number } | undefined;
  for (const room of rooms) {
    const expiresAt = room.record.clientToken?.expiresAt;
    if (expiresAt !== undefined) {
      const endsIn = expiresAt - nowOf(room);
      if (endsIn > 0 && endsIn < (next?.endsIn ?? Infinity)) {
        next = { room, endsIn };
      } else if (endsIn <= 0 && endsIn >= (last?.endsIn ?? -Infinity)) {
        last = { room, endsIn };
      }
    }
  }
  return (next ?? last)?.room ?? rooms[0];
}

function clientTokenText(clientToken: TokenTimes | undefined, now: number): string {
  if (clientToken === undefined) {
    return t('no client token');
  }
  // Translators: {0} is "until 12:24:55" or "expired 12:24:55".
  return clientToken.expiresAt === undefined
    ? t('client token without expiry')
    : t`client token ${expiryText(clientToken, now)}`;
}

function stateText(
  room: Room,
  mode: SecondsMode,
  now: number,
  remaining: number | undefined,
): string {
  const { clientToken } = room.record;
  if (clientToken === undefined) {
    return t('no token');
  }
  if (remaining === undefined) {
    return expiryPhase(clientToken, now) === 'expired' ? t('expired') : t('no expiry');
  }
  if (remaining > longestInHours) {
    return t`${Math.floor(remaining / day)} days`;
  }
  const seconds = Math.ceil(remaining / 1000);
  if (mode === 'always' || (mode === 'lastMinute' && seconds <= 60)) {
    return countdown(seconds);
  }
  return seconds <= 60 ? t('< 1 min') : t`${Math.ceil(seconds / 60)} min`;
}

/** A token of Telnyx's lives a day at most; hours of one that says more fill the bar. */
const day = 86_400_000;
const longestInHours = 2 * day;

/** A countdown changes on whole seconds before the end, a text in minutes on whole minutes. */
function untilTextChanges(remaining: number, mode: SecondsMode): number {
  if (remaining > longestInHours) {
    return remaining % day || day;
  }
  const inSeconds = mode === 'always' || (mode === 'lastMinute' && remaining <= 60_000);
  const unit = inSeconds ? 1000 : 60_000;
  return remaining % unit || unit;
}

function tooltip(room: Room, context: RoomContext): string {
  const place = roomPlace(room.record);
  return [
    t`Telnyx room ${roomTitle(room.record)}` + (place === undefined ? '' : ` (${place})`),
    ...clockLines(room, context),
    t('Click for refresh, copy and reveal.'),
  ].join('\n');
}
