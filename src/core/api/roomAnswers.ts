import { parseRoomId } from '../rooms/roomId';
import { member } from './member';

/** A room of the account, as far as this project shows it. */
export interface AccountRoom {
  /** Lower-case UUID. */
  readonly id: string;
  /** `unique_name`, where the room has one. */
  readonly name?: string;
  /** Whether a session is going on in it. */
  readonly live: boolean;
  /** Whether its sessions are recorded. */
  readonly recording: boolean;
}

/** One page of the account's rooms. */
export interface RoomPage {
  readonly rooms: readonly AccountRoom[];
  /** How many rooms there are on all pages. */
  readonly total: number;
  /** Whether there are pages after this one. */
  readonly hasMore: boolean;
}

/** Above any name that a person gives a room. */
const longestName = 200;

/**
 * `{data: [room, …], meta}`, or undefined when it is no list. Entries without an id are left out.
 * Without page numbers, a full page is taken for one that others follow.
 */
export function parseRoomPage(body: unknown, pageSize: number): RoomPage | undefined {
  const data = member(body, 'data');
  if (!Array.isArray(data)) {
    return undefined;
  }
  const meta = member(body, 'meta');
  const total = count(member(meta, 'total_results'));
  const page = count(member(meta, 'page_number'));
  const pages = count(member(meta, 'total_pages'));
  return {
    rooms: data.map(accountRoom).filter(room => room !== undefined),
    total: total ?? data.length,
    hasMore: page !== undefined && pages !== undefined ? page < pages : data.length >= pageSize,
  };
}

/** `{data: room}`, or undefined when it is no room. */
export function parseRoomAnswer(body: unknown): AccountRoom | undefined {
  return accountRoom(member(body, 'data'));
}

function accountRoom(value: unknown): AccountRoom | undefined {
  const id = member(value, 'id');
  const roomId = typeof id === 'string' ? parseRoomId(id) : undefined;
  const name = member(value, 'unique_name');
  const session = member(value, 'active_session_id');
  return roomId === undefined
    ? undefined
    : {
        id: roomId,
        ...(typeof name === 'string' && name !== '' && { name: name.slice(0, longestName) }),
        live: typeof session === 'string' && session !== '',
        recording: member(value, 'enable_recording') === true,
      };
}

function count(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
}
