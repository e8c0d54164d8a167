import { originOf } from '../../core/api/apiBaseUrl';
import type { TelnyxRoom, TelnyxTokenTimes } from '../../core/programs/telnyxRooms';
import { timesOf, type Room } from '../../core/rooms/room';
import type { TokenKind } from '../../core/tokens/tokenKind';
import { roomTitle } from '../roomTitle';

/** What other extensions see of a room: a frozen copy, without keys of ours and without secrets. */
export function publicRoom(room: Room): TelnyxRoom {
  const { autoRefresh, record } = room;
  const clientToken = storedTimes(room, 'client');
  const refreshToken = storedTimes(room, 'refresh');
  return Object.freeze({
    id: record.id,
    name: roomTitle(record),
    apiOrigin: originOf(record.baseUrl),
    sandbox: record.sandbox,
    autoRefresh: autoRefresh.kind === 'on' || autoRefresh.kind === 'retrying',
    ...(clientToken && { clientToken }),
    ...(refreshToken && { refreshToken }),
  });
}

function storedTimes(room: Room, kind: TokenKind): TelnyxTokenTimes | undefined {
  const times = room.lost.includes(kind) ? undefined : timesOf(room, kind);
  if (times === undefined) {
    return undefined;
  }
  const { issuedAt, expiresAt } = times;
  return Object.freeze({
    ...(issuedAt !== undefined && { issuedAt }),
    ...(expiresAt !== undefined && { expiresAt }),
  });
}
