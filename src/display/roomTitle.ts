import { defaultApiBaseUrl, hostOf, originOf } from '../core/api/apiBaseUrl';
import type { RoomRecord } from '../core/rooms/room';
import type { RoomIdentity } from '../core/rooms/roomIdentity';
import { shortRoomId } from '../core/rooms/roomId';
import { t } from './l10n';
import { plainText } from './plainText';

/**
 * What a room is called everywhere: its name in the account, else what the user calls it, else the
 * first block of its id.
 */
export function roomTitle(room: Pick<RoomRecord, 'id' | 'name' | 'givenName'>): string {
  return plainText(room.name ?? room.givenName ?? '', 40) || shortRoomId(room.id);
}

/** Where a room's tokens are for, when that is not Telnyx itself: `sandbox` or a host. */
export function roomPlace(room: Pick<RoomIdentity, 'baseUrl' | 'sandbox'>): string | undefined {
  if (room.sandbox) {
    return t('sandbox');
  }
  const origin = originOf(room.baseUrl);
  return origin === originOf(defaultApiBaseUrl) ? undefined : hostOf(origin);
}
