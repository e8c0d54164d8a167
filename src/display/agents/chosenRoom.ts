import { originOf } from '../../core/api/apiBaseUrl';
import type { TelnyxRoomsErrorCode } from '../../core/programs/telnyxRooms';
import type { Room } from '../../core/rooms/room';
import { parseRoomId } from '../../core/rooms/roomId';
import { holdsSecret } from '../../core/tokens/holdsSecret';
import { agentRoom } from './agentRoom';

/** Why something failed, for an agent; see `ProgramError`. */
export interface AgentProblem {
  readonly code: TelnyxRoomsErrorCode;
  readonly message: string;
}

/** The room that an agent means, or why there is no telling. */
export type ChosenRoom =
  | { readonly ok: true; readonly room: Room }
  | { readonly ok: false; readonly problem: AgentProblem };

/** What a tool may be given; what else stands in its input is refused. */
const members = ['room', 'api'];

/**
 * The room that a tool's input means: by its id, or by its name as the list says it; the only room
 * where none is named. Nothing of the input is quoted: it may hold anything.
 */
export function chosenRoom(rooms: readonly Room[], input: unknown): ChosenRoom {
  const problem = inputProblem(input);
  if (problem) {
    return refused('invalidArgument', problem);
  }
  const { room: name, api } = input as { readonly room?: string; readonly api?: string };
  const id = parseRoomId(name ?? '');
  const [room, ...others] = rooms.filter(
    room =>
      (name === undefined || room.record.id === id || agentRoom(room, 0).name === name) &&
      (api === undefined || originOf(room.record.baseUrl) === api),
  );
  if (room === undefined) {
    return refused(
      'unknownRoom',
      'There is no such room in this window. Use telnyx_rooms_list to see which there are, or let the user add it with "Telnyx: Add Room Token…".',
    );
  }
  return others.length === 0
    ? { ok: true, room }
    : refused(
        'ambiguousRoom',
        'More than one room is meant. Name one by its id, and by its api where two have the same id; telnyx_rooms_list says both.',
      );
}

/** What is wrong with a tool's input; undefined when nothing is. */
export function inputProblem(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return 'The input has to be an object.';
  }
  if (holdsSecret(JSON.stringify(input))) {
    return 'The input holds a token or an API key. These tools take none: name the room alone, and tell the user that the secret stands in this conversation.';
  }
  const isKnown = Object.entries(input).every(
    ([name, value]) => members.includes(name) && (value === undefined || typeof value === 'string'),
  );
  return isKnown ? undefined : 'The input takes "room" and "api" alone, both texts.';
}

function refused(code: TelnyxRoomsErrorCode, message: string): ChosenRoom {
  return { ok: false, problem: { code, message } };
}
