import { originOf, parseApiBaseUrl } from '../api/apiBaseUrl';
import { parseRoomId } from './roomId';

/** Which room this is, and at which API: tokens of one API are worthless at another. */
export interface RoomIdentity {
  /** Lower-case UUID. */
  readonly id: string;
  /** The checked base URL of the API that the room's tokens are for. */
  readonly baseUrl: string;
  /** Its unique name in the account, where it is known. */
  readonly name?: string;
  /** Whether it is a room of the sandbox that this extension started. */
  readonly sandbox: boolean;
}

/** A room's key, unique over all APIs and stable over restarts: its origin and id. */
export function roomKey(room: Pick<RoomIdentity, 'id' | 'baseUrl'>): string {
  return `${originOf(room.baseUrl)}/${room.id}`;
}

/** The identity alone, out of a record that may hold more: what else it holds may be out of date. */
export function identityOf({ id, baseUrl, name, sandbox }: RoomIdentity): RoomIdentity {
  return { id, baseUrl, ...(name !== undefined && { name }), sandbox };
}

/** Reads an identity out of a stored record; undefined when it is not whole. */
export function parseRoomIdentity(
  record: Readonly<Record<string, unknown>>,
): RoomIdentity | undefined {
  const { id, baseUrl, name, sandbox } = record;
  const roomId = typeof id === 'string' ? parseRoomId(id) : undefined;
  const url = typeof baseUrl === 'string' ? parseApiBaseUrl(baseUrl) : undefined;
  if (roomId === undefined || !url?.ok) {
    return undefined;
  }
  return {
    id: roomId,
    baseUrl: url.baseUrl,
    ...(typeof name === 'string' && name !== '' && { name }),
    sandbox: sandbox === true,
  };
}
