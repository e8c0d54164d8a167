import type { Room } from '../core/rooms/room';
import { expiryPhase } from '../core/time/expiryPhase';
import { autoRefreshMark } from './autoRefreshText';
import { clockLines } from './clockLines';
import { failureText } from './failureText';
import { t } from './l10n';
import type { RoomContext } from './roomContext';
import { roomPlace, roomTitle } from './roomTitle';
import type { Row, RowIcon } from './row';
import { expiryText, localTime } from './timeText';

/** A room's own row. Made without reading any secret. */
export function roomRow(room: Room, context: RoomContext): Row {
  const { record } = room;
  const title = roomTitle(record);
  const description = [
    stateText(room, context.now),
    room.activity.kind === 'refreshing' ? undefined : autoRefreshMark(room),
    chainEndText(room, context.now),
    roomPlace(record),
    context.pinned ? t('pinned') : undefined,
  ]
    .filter(part => part !== undefined)
    .join(' · ');
  const icon = stateIcon(room, context.now);
  return {
    id: room.key,
    label: title,
    description,
    tooltip: [t`Room ${record.id}`, ...clockLines(room, context), t`API: ${record.baseUrl}`].join(
      '\n',
    ),
    icon,
    contextValue: contextValue(room, context),
    accessibilityLabel: `${t`Room ${title}`}, ${description}${icon.id === 'warning' ? `, ${t('expires soon')}` : ''}`,
  };
}

/** What a menu can ask of a room: `room`, then each thing that it has, in a fixed order. */
function contextValue({ record, autoRefresh }: Room, { hasApiKey, pinned }: RoomContext): string {
  return [
    'room',
    ...(record.clientToken ? ['clientToken'] : []),
    ...(record.sandbox ? ['sandbox'] : []),
    ...(record.name === undefined ? ['unnamed'] : []),
    ...(hasApiKey ? ['renewable'] : []),
    autoRefresh.kind === 'off' ? 'manual' : 'auto',
    pinned ? 'pinned' : 'unpinned',
  ].join('.');
}

function stateText(room: Room, now: number): string {
  const { record, activity, lost } = room;
  if (activity.kind === 'refreshing') {
    return t('refreshing…');
  }
  const token = record.clientToken ? expiryText(record.clientToken, now) : t('no client token yet');
  if (activity.kind === 'failed') {
    const failure = failureText(activity.error);
    const stillValid = record.clientToken && expiryPhase(record.clientToken, now) !== 'expired';
    return stillValid ? `${failure} · ${token}` : failure;
  }
  return lost.includes('client') ? t("VS Code can't read the token") : token;
}

/** That the chain of refreshes is broken, or ends soon. */
function chainEndText({ record: { refreshToken }, lost }: Room, now: number): string | undefined {
  if (lost.includes('refresh')) {
    return t("refresh token can't be read");
  }
  if (refreshToken?.expiresAt === undefined) {
    return undefined;
  }
  switch (expiryPhase(refreshToken, now, 'refresh')) {
    case 'expired':
      return t('refresh token expired');
    case 'expiring':
      return t`refresh token ends ${localTime(refreshToken.expiresAt, now)}`;
    case 'fresh':
    case 'unlimited':
      return undefined;
  }
}

function stateIcon({ record, activity, autoRefresh, lost }: Room, now: number): RowIcon {
  if (activity.kind === 'refreshing') {
    return { id: 'loading~spin' };
  }
  if (activity.kind === 'failed' || lost.length > 0 || autoRefresh.kind === 'stopped') {
    return { id: 'error', color: 'list.errorForeground' };
  }
  if (record.clientToken === undefined) {
    return { id: 'circle-outline' };
  }
  switch (expiryPhase(record.clientToken, now)) {
    case 'fresh':
    case 'unlimited':
      return { id: autoRefresh.kind === 'on' ? 'sync' : 'key', color: 'charts.green' };
    case 'expiring':
      return { id: 'warning', color: 'list.warningForeground' };
    case 'expired':
      return { id: 'circle-slash', color: 'list.errorForeground' };
  }
}
