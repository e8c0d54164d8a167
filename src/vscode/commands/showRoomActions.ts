import { window, type QuickPickItem } from 'vscode';
import type { Room } from '../../core/rooms/room';
import { autoRefreshText } from '../../display/autoRefreshText';
import { chainText } from '../../display/chainText';
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
    title: `Room ${roomTitle(room.record)}`,
    placeHolder: 'What shall be done?',
  });
  await picked?.run();
}

function items(services: Services, room: Room, context: RoomContext): ActionItem[] {
  const { key, record, autoRefresh } = room;
  const { now, hasApiKey } = context;
  const client = record.clientToken ? expiryText(record.clientToken, now) : 'none yet';
  const chain = chainText(room, now);
  return [
    {
      label: '$(refresh) Refresh',
      description: `client token ${client}`,
      run: () => refreshRoomToken(services, key),
    },
    ...(record.clientToken ? [{ label: '$(copy) Copy', run: () => copyToken(services, key) }] : []),
    {
      label:
        autoRefresh.kind === 'off'
          ? '$(sync) Turn On Auto-Refresh'
          : '$(sync-ignored) Turn Off Auto-Refresh',
      description: autoRefreshText(room, context),
      run: () => toggleAutoRefresh(services, key),
    },
    hasApiKey
      ? { label: '$(key) Renew', description: chain, run: () => renew(services, key) }
      : { label: '$(clippy) Add Token', description: chain, run: () => addToken(services, key) },
    { label: '$(list-tree) Reveal', run: () => services.view.reveal(key, { focus: true }) },
  ];
}
