import { originOf } from '../../core/api/apiBaseUrl';
import { ProgramError } from '../../core/programs/programError';
import type { Room } from '../../core/rooms/room';
import { parseRoomId } from '../../core/rooms/roomId';
import { t } from '../l10n';

/**
 * The one room of an id, at the API of an origin where one is named. Both come from a program.
 *
 * @throws {ProgramError} when there is none, or more than one; it quotes nothing of what was given.
 */
export function namedRoom(rooms: readonly Room[], id: unknown, apiOrigin: unknown): Room {
  const roomId = typeof id === 'string' ? parseRoomId(id) : undefined;
  if (roomId === undefined) {
    throw new ProgramError('invalidArgument', t('A room is named by its id: a UUID.'));
  }
  if (apiOrigin !== undefined && typeof apiOrigin !== 'string') {
    throw new ProgramError(
      'invalidArgument',
      t('An API is named by its origin, such as https://api.telnyx.com.'),
    );
  }
  const [room, ...others] = rooms.filter(
    ({ record }) =>
      record.id === roomId && (apiOrigin === undefined || originOf(record.baseUrl) === apiOrigin),
  );
  if (room === undefined) {
    throw new ProgramError(
      'unknownRoom',
      // Translators: "Telnyx: Add Room Token…" is the name of a command.
      apiOrigin === undefined
        ? t`There is no room ${roomId} here. Add it with Telnyx: Add Room Token….`
        : t`There is no room ${roomId} here at that API. Add it with Telnyx: Add Room Token….`,
    );
  }
  if (others.length > 0) {
    const origins = [room, ...others].map(({ record }) => originOf(record.baseUrl));
    throw new ProgramError(
      'ambiguousRoom',
      // Translators: {0} and {1} are addresses of APIs.
      t`Two APIs have a room ${roomId}: ${origins.reduce((list, origin) => t`${list} and ${origin}`)}. Name one of them.`,
    );
  }
  return room;
}
