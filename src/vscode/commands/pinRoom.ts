import { t } from '../../display/l10n';
import type { Services } from '../services';
import { chooseRoom } from './chooseRoom';

/** Keeps a room in the status bar, whatever expires first. */
export async function pinRoom(services: Services, argument: unknown): Promise<void> {
  const room = await chooseRoom(services, argument, t('Pin Room'), services.rooms.all());
  if (room) {
    await services.pinned.set(room.key);
  }
}

/** Lets the status bar show the room that expires first again. */
export async function unpinRoom({ pinned }: Services): Promise<void> {
  await pinned.set(undefined);
}
