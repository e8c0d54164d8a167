import type { Room } from '../rooms/room';
import { parseRoomId } from '../rooms/roomId';

/** The rooms that a launch can use without naming one: those that have a token. */
export function roomsWithToken(rooms: readonly Room[]): readonly Room[] {
  return rooms.filter(({ record }) => record.clientToken ?? record.refreshToken);
}

/** The rooms that a text names by key, ID, name in the account or given name: mostly one or none. */
export function roomsNamed(rooms: readonly Room[], text: string): readonly Room[] {
  const id = parseRoomId(text);
  return rooms.filter(
    ({ key, record }) =>
      key === text || record.id === id || record.name === text || record.givenName === text,
  );
}
