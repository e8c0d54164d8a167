import { commands } from 'vscode';
import type { KeyCall } from '../../core/api/roomsApi';
import { roomKey, type RoomIdentity } from '../../core/rooms/roomIdentity';
import { commandIds } from '../commands/commandIds';
import type { Services } from '../services';
import { askNewRoom } from './askNewRoom';
import { back } from './frameInput';
import { pickAccountRoom } from './pickAccountRoom';
import type { StepPosition } from './steps';

/** Asks for a room of the account, or makes one; undefined after Escape. */
export async function askAccountRoom(
  services: Services,
  title: string,
  call: KeyCall,
  position: StepPosition,
): Promise<RoomIdentity | typeof back | undefined> {
  const { api, clock, keeper, messages, rooms } = services;
  const { baseUrl } = call;
  let value = '';
  for (;;) {
    const picked = await pickAccountRoom({
      title,
      api,
      call,
      clock,
      value,
      position,
      onLoaded: loaded =>
        void messages.guard('names of rooms', () => keeper.learnNames(baseUrl, loaded)),
    });
    if (picked === undefined || picked === back) {
      return picked;
    }
    if (picked.kind === 'setApiKey') {
      await commands.executeCommand(commandIds.setApiKey);
      return undefined;
    }
    if (picked.kind === 'use') {
      const { id, name } = picked.room;
      const sandbox = rooms.get(roomKey({ id, baseUrl }))?.record.sandbox ?? false;
      return { id, baseUrl, ...(name !== undefined && { name }), sandbox };
    }
    value = picked.text;
    const created = await askNewRoom(services, title, call, value);
    if (created !== back) {
      return created;
    }
  }
}
