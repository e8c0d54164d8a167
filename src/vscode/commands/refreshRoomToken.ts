import { suggestedTtl } from '../../core/rooms/suggestedTtl';
import type { Services } from '../services';
import { roomOfArgument } from './chooseRoom';
import { currentBaseUrl } from './currentBaseUrl';
import { askAndRefresh, runRefresh } from './runRefresh';

/** `Telnyx: Refresh Room Token`: asks what is needed, gets a new client token, shows it. */
export async function refreshRoomToken(services: Services, argument: unknown): Promise<void> {
  const room = roomOfArgument(services, argument);
  if (room && services.tokens.isRefreshing(room.key)) {
    const ttlSeconds = suggestedTtl(room.record);
    await runRefresh(services, { room: room.record, ttlSeconds });
    return;
  }
  const baseUrl = room?.record.baseUrl ?? currentBaseUrl(services);
  if (baseUrl !== undefined) {
    await askAndRefresh(services, { baseUrl, ...(room && { room: room.record }) });
  }
}
