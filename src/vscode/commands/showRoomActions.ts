import { window, type QuickPickItem } from 'vscode';
import { roomTitle } from '../../display/roomTitle';
import { expiryText } from '../../display/timeText';
import type { Services } from '../services';
import { copyToken } from './copyToken';
import { refreshRoomToken } from './refreshRoomToken';

interface ActionItem extends QuickPickItem {
  run(): Promise<void>;
}

/** What a click on the status bar offers for its room. */
export async function showRoomActions(services: Services): Promise<void> {
  const { clock, rooms, statusBar, view } = services;
  const room = statusBar.roomKey === undefined ? undefined : rooms.get(statusBar.roomKey);
  if (room === undefined) {
    return;
  }
  const { clientToken } = room.record;
  const items: ActionItem[] = [
    { label: '$(refresh) Refresh', run: () => refreshRoomToken(services, room.key) },
    ...(clientToken ? [{ label: '$(copy) Copy', run: () => copyToken(services, room.key) }] : []),
    { label: '$(list-tree) Reveal', run: () => view.reveal(room.key, { focus: true }) },
  ];
  const picked = await window.showQuickPick(items, {
    title: `Room ${roomTitle(room.record)}`,
    placeHolder: clientToken
      ? `Client token ${expiryText(clientToken, clock.now())}`
      : 'No client token yet',
  });
  await picked?.run();
}
