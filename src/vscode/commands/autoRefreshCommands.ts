import type { Room } from '../../core/rooms/room';
import { autoRefreshText } from '../../display/autoRefreshText';
import { t } from '../../display/l10n';
import { roomTitle } from '../../display/roomTitle';
import { waitForStorage } from '../messages/storageWait';
import type { Services } from '../services';
import { chooseFromAll } from './chooseRoom';
import { commandIds } from './commandIds';
import { mayBeAsked } from './mayBeAsked';
import { commandAction } from './remedyActions';

const title = t('Toggle Auto-Refresh');

/** `Telnyx: Toggle Auto-Refresh`: on where it is off, off where it is on, paused or stopped. */
export async function toggleAutoRefresh(services: Services, argument: unknown): Promise<void> {
  const room = await chosen(services, argument);
  await (room?.autoRefresh.kind === 'off' ? turnOn(services, room) : turnOff(services, room));
}

/** Keeps a room's client token fresh from now on. */
export async function turnOnAutoRefresh(services: Services, argument: unknown): Promise<void> {
  await turnOn(services, await chosen(services, argument));
}

/** Leaves a room's client token to the user again. */
export async function turnOffAutoRefresh(services: Services, argument: unknown): Promise<void> {
  await turnOff(services, await chosen(services, argument));
}

function chosen(services: Services, argument: unknown): Promise<Room | undefined> {
  return chooseFromAll(services, argument, title, {
    text: t('There is no room to keep fresh yet.'),
    action: commandAction(t('Add Room Token'), commandIds.addToken),
  });
}

async function turnOn(services: Services, room: Room | undefined): Promise<void> {
  const { clock, contexts, keeper, messages, rooms } = services;
  if (room === undefined || !(await mayBeAsked(services, room.record))) {
    return;
  }
  await waitForStorage(clock, keeper.chooseAutoRefresh(room.key, 'on'));
  const now = rooms.get(room.key);
  if (now === undefined) {
    return;
  }
  const name = roomTitle(now.record);
  const state = autoRefreshText(now, contexts.of(now));
  if (now.autoRefresh.kind === 'stopped') {
    messages.info(
      // Translators: {1} is such as: stopped: no refresh token, add one
      t`Auto-refresh of room ${name} is ${state}.`,
      commandAction(t('Add Room Token'), commandIds.addToken, room.key),
    );
  } else {
    // Translators: {1} is such as: next refresh 12:24:55
    messages.info(t`Auto-refresh of room ${name} is on: ${state}.`);
  }
}

async function turnOff(
  { clock, keeper, messages }: Services,
  room: Room | undefined,
): Promise<void> {
  if (room) {
    await waitForStorage(clock, keeper.chooseAutoRefresh(room.key, 'off'));
    messages.info(t`Auto-refresh of room ${roomTitle(room.record)} is off.`);
  }
}
