import type { Room } from '../../core/rooms/room';
import type { MessageAction } from '../messages/messages';
import { pickRoom } from '../prompts/pickRoom';
import type { Services } from '../services';
import { roomKeyOfArgument } from './commandArgument';

/** The room that a command was started on, when it was started on one. */
export function roomOfArgument(
  { rooms }: Pick<Services, 'rooms'>,
  argument: unknown,
): Room | undefined {
  const key = roomKeyOfArgument(argument);
  return key === undefined ? undefined : rooms.get(key);
}

/**
 * The room that a command is for: the one it was started on, the only one, or the one that the user
 * picks. The only one is not taken in place of another that is gone: then the user picks. Undefined
 * when there is none, or when the user pressed Escape.
 */
export async function chooseRoom(
  services: Pick<Services, 'contexts' | 'rooms'>,
  argument: unknown,
  title: string,
  candidates: readonly Room[],
): Promise<Room | undefined> {
  const given = roomOfArgument(services, argument);
  if (given !== undefined || candidates.length === 0) {
    return given;
  }
  if (candidates.length === 1 && roomKeyOfArgument(argument) === undefined) {
    return candidates[0];
  }
  const contextOf = services.contexts.of;
  const picked = await pickRoom({ title, rooms: candidates, acceptsId: false, contextOf });
  return typeof picked === 'object' && picked.kind === 'known' ? picked.room : undefined;
}

/** As `chooseRoom` does among all rooms; where there are none, that is said, with what helps. */
export async function chooseFromAll(
  services: Pick<Services, 'contexts' | 'messages' | 'rooms'>,
  argument: unknown,
  title: string,
  whenNone: { readonly text: string; readonly action?: MessageAction },
): Promise<Room | undefined> {
  const rooms = services.rooms.all();
  const room = await chooseRoom(services, argument, title, rooms);
  if (rooms.length === 0) {
    const { text, action } = whenNone;
    services.messages.info(text, ...(action ? [action] : []));
  }
  return room;
}
