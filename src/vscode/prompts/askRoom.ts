import type { RoomIdentity } from '../../core/rooms/roomIdentity';
import { askRoomId } from './askRoomId';
import { back } from './frameInput';
import { pickRoom, type RoomQuestion } from './pickRoom';

/** What the question for a room offers. */
export interface AnyRoomQuestion extends Omit<RoomQuestion, 'acceptsId'> {
  /** The API that a room which is not known yet is taken to be of. */
  readonly baseUrl: string;
}

/** Asks which room: one of those that are known, or any by its id. */
export async function askRoom(
  question: AnyRoomQuestion,
): Promise<RoomIdentity | typeof back | undefined> {
  const { title, rooms, baseUrl, position } = question;
  const answer =
    rooms.length === 0
      ? await askRoomId(title, position)
      : await pickRoom({ ...question, acceptsId: true });
  if (answer === undefined || answer === back) {
    return answer;
  }
  if (typeof answer === 'object' && answer.kind === 'known') {
    return answer.room.record;
  }
  return { id: typeof answer === 'string' ? answer : answer.roomId, baseUrl, sandbox: false };
}
