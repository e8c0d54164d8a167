import { ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { Room } from '../../core/rooms/room';
import { autoRefreshText } from '../../display/autoRefreshText';
import { chainText } from '../../display/chainText';
import { t } from '../../display/l10n';
import type { RoomContext } from '../../display/roomContext';
import { roomTitle } from '../../display/roomTitle';
import { expiryText } from '../../display/timeText';
import type { Services } from '../services';
import { addToken } from './addToken';
import { toggleAutoRefresh } from './autoRefreshCommands';
import { copyToken } from './copyToken';
import { refreshRoomToken } from './refreshRoomToken';
import { renew } from './renew';

interface ActionItem extends QuickPickItem {
  run(): Promise<void>;
}

/** What a click on the status bar offers for its room, each with the clock that it is about. */
export async function showRoomActions(services: Services): Promise<void> {
  const { contexts, rooms, statusBar } = services;
  const room = statusBar.roomKey === undefined ? undefined : rooms.get(statusBar.roomKey);
  if (room === undefined) {
    return;
  }
  const picked = await window.showQuickPick(items(services, room, contexts.of(room)), {
    title: t`Room ${roomTitle(room.record)}`,
    placeHolder: t('What shall be done?'),
  });
  await picked?.run();
}

function items(services: Services, room: Room, context: RoomContext): ActionItem[] {
  const { key, record, autoRefresh } = room;
  const { now, hasApiKey } = context;
  // Translators: {0} is such as: until 12:24:55
  const client = record.clientToken
    ? t`client token ${expiryText(record.clientToken, now)}`
    : t('no client token yet');
  const chain = chainText(room, now);
  const isOff = autoRefresh.kind === 'off';
  return [
    {
      label: t('Refresh'),
      iconPath: new ThemeIcon('refresh'),
      description: client,
      run: () => refreshRoomToken(services, key),
    },
    ...(record.clientToken
      ? [
          {
            // Translators: a verb; the client token is copied.
            label: t('Copy'),
            iconPath: new ThemeIcon('copy'),
            run: () => copyToken(services, key),
          },
        ]
      : []),
    {
      label: isOff ? t('Turn On Auto-Refresh') : t('Turn Off Auto-Refresh'),
      iconPath: new ThemeIcon(isOff ? 'sync' : 'sync-ignored'),
      description: autoRefreshText(room, context),
      run: () => toggleAutoRefresh(services, key),
    },
    hasApiKey
      ? {
          label: t('Renew'),
          iconPath: new ThemeIcon('key'),
          description: chain,
          run: () => renew(services, key),
        }
      : {
          label: t('Add Token'),
          iconPath: new ThemeIcon('clippy'),
          description: chain,
          run: () => addToken(services, key),
        },
    {
      // Translators: a verb; the room is shown in its view.
      label: t('Reveal'),
      iconPath: new ThemeIcon('list-tree'),
      run: () => services.view.reveal(key, { focus: true }),
    },
  ];
}
