import type { Room } from '../core/rooms/room';
import { expiryPhase } from '../core/time/expiryPhase';
import { failureText } from './failureText';
import { roomPlace, roomTitle } from './roomTitle';
import type { Row, RowIcon } from './row';
import { expiryText } from './timeText';

/** A room's own row at `now` (milliseconds since the epoch). Made without reading any secret. */
export function roomRow(room: Room, now: number, pinned: boolean): Row {
  const { record } = room;
  const title = roomTitle(record);
  const state = stateText(room, now);
  const description = [state, roomPlace(record), pinned ? 'pinned' : undefined]
    .filter(part => part !== undefined)
    .join(' · ');
  return {
    id: room.key,
    label: title,
    description,
    tooltip: [
      `Room ${record.id}`,
      `Client token: ${tokenState(room, 'client', now)}`,
      `Refresh token: ${tokenState(room, 'refresh', now)}`,
      `API: ${record.baseUrl}`,
    ].join('\n'),
    icon: stateIcon(room, now),
    contextValue: contextValue(room, pinned),
    accessibilityLabel: `Room ${title}, ${description}`,
  };
}

/** What a menu can ask of a room: `room`, then each thing that it has, in a fixed order. */
function contextValue(room: Room, pinned: boolean): string {
  return [
    'room',
    ...(room.record.clientToken ? ['clientToken'] : []),
    ...(room.record.sandbox ? ['sandbox'] : []),
    pinned ? 'pinned' : 'unpinned',
  ].join('.');
}

function stateText(room: Room, now: number): string {
  const { record, activity, lost } = room;
  if (activity.kind === 'refreshing') {
    return 'refreshing…';
  }
  const token = record.clientToken ? expiryText(record.clientToken, now) : 'no client token yet';
  if (activity.kind === 'failed') {
    const failure = failureText(activity.error);
    const stillValid = record.clientToken && expiryPhase(record.clientToken, now) !== 'expired';
    return stillValid ? `${failure} · ${token}` : failure;
  }
  return lost.includes('client') ? 'VS Code lost the token' : token;
}

function tokenState(room: Room, kind: 'client' | 'refresh', now: number): string {
  if (room.lost.includes(kind)) {
    return 'VS Code could no longer read it, enter it again';
  }
  const times = kind === 'client' ? room.record.clientToken : room.record.refreshToken;
  return times === undefined ? 'none' : expiryText(times, now);
}

function stateIcon({ record, activity, lost }: Room, now: number): RowIcon {
  if (activity.kind === 'refreshing') {
    return { id: 'loading~spin' };
  }
  if (activity.kind === 'failed' || lost.length > 0) {
    return { id: 'error', color: 'list.errorForeground' };
  }
  if (record.clientToken === undefined) {
    return { id: 'circle-outline' };
  }
  switch (expiryPhase(record.clientToken, now)) {
    case 'fresh':
    case 'unlimited':
      return { id: 'key', color: 'testing.iconPassed' };
    case 'expiring':
      return { id: 'warning', color: 'list.warningForeground' };
    case 'expired':
      return { id: 'circle-slash', color: 'list.errorForeground' };
  }
}
