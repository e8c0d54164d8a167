import type { Room } from '../core/rooms/room';
import { autoRefreshText } from './autoRefreshText';
import { chainText } from './chainText';
import type { RoomContext } from './roomContext';

/** The second line of a room in a pick: what keeps it fresh, the end of its refresh token, its id. */
export function roomPickDetail(room: Room, context: RoomContext): string {
  return [
    ...(room.autoRefresh.kind === 'off' ? [] : [autoRefreshText(room, context)]),
    chainText(room, context.now),
    room.record.id,
  ].join(' · ');
}
