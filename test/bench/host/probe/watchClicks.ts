import { setTimeout as sleep } from 'node:timers/promises';
import { commands, extensions } from 'vscode';
import type { TelnyxRooms, TelnyxRoomTokens } from '../../../../src/core/programs/telnyxRooms';
import { extensionIds, type ClickResult } from '../probeTasks';

/**
 * Starts the command on a room, lets its prompt for the TTL stand as long as a person would, presses
 * Enter, and waits for the room's new token; so many times.
 */
export async function watchClicks(
  roomKey: string,
  times: number,
  pause: number,
): Promise<ClickResult> {
  const extension = extensions.getExtension<TelnyxRoomTokens>(extensionIds.packaged);
  const rooms = await (await extension?.activate())?.getApi(1);
  if (rooms === undefined) {
    throw new Error('The extension is not there.');
  }
  const milliseconds: number[] = [];
  for (let count = 0; count < times; count++) {
    await sleep(pause);
    const command = commands.executeCommand('telnyxRooms.refreshToken', { kind: 'room', roomKey });
    await sleep(pause);
    const arrived = newToken(rooms, roomKey);
    const start = performance.now();
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    milliseconds.push((await arrived) - start);
    await command;
    await commands.executeCommand('notifications.clearAll');
  }
  return { milliseconds };
}

/** Resolves to the moment at which the room's client token is another one. */
function newToken(rooms: TelnyxRooms, roomKey: string): Promise<number> {
  const expiry = () =>
    rooms.getRooms().find(({ id, apiOrigin }) => `${apiOrigin}/${id}` === roomKey)?.clientToken
      ?.expiresAt;
  const before = expiry();
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      subscription.dispose();
      reject(new Error('No new token came.'));
    }, 10_000);
    const subscription = rooms.onDidChangeRooms(() => {
      if (expiry() !== before) {
        resolve(performance.now());
        clearTimeout(limit);
        subscription.dispose();
      }
    });
  });
}
