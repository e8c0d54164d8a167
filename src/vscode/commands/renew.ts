import { suggestedRefreshTtl, suggestedTtl } from '../../core/rooms/suggestedTtl';
import { t } from '../../display/l10n';
import type { Services } from '../services';
import { apiKeyFor } from './apiKeyFor';
import { chooseRoom } from './chooseRoom';
import { mayBeAsked } from './mayBeAsked';
import { newToken } from './newToken';
import { runGenerate } from './runGenerate';

/** `Telnyx: Renew Room Token`: a new pair with the API key in one step, with the TTLs of the last one. */
export async function renew(services: Services, argument: unknown): Promise<void> {
  const rooms = services.rooms.all();
  const room = await chooseRoom(services, argument, t('Renew Room Token'), rooms);
  if (room === undefined) {
    if (rooms.length === 0) {
      await newToken(services, undefined);
    }
    return;
  }
  const { record } = room;
  if (!(await mayBeAsked(services, record))) {
    return;
  }
  const apiKey = await apiKeyFor(services, record.baseUrl);
  if (apiKey !== undefined) {
    await runGenerate(services, {
      room: record,
      ttlSeconds: suggestedTtl(record),
      refreshTtlSeconds: suggestedRefreshTtl(record),
      apiKey,
    });
  }
}
