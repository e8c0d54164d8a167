import { ApiError } from '../../core/api/apiError';
import type { AutoRefreshStop } from '../../core/autoRefresh/autoRefreshStop';
import type { Room } from '../../core/rooms/room';
import { suggestedTtl } from '../../core/rooms/suggestedTtl';
import { keyCallMessage } from '../../display/keyCallSentence';
import { t } from '../../display/l10n';
import { roomTitle } from '../../display/roomTitle';
import { addToken } from '../commands/addToken';
import { showLostApiKey } from '../commands/lostApiKey';
import { showRefreshFailure } from '../commands/refreshFailure';
import { remedyAction } from '../commands/remedyActions';
import { renew } from '../commands/renew';
import { waysOnFrom } from '../commands/runRefresh';
import type { Services } from '../services';

/** Says why one room is no longer kept fresh, with the ways to go on. */
export async function showAutoRefreshStop(
  services: Services,
  { key, action, error }: AutoRefreshStop,
) {
  const room = services.rooms.get(key);
  if (room === undefined) {
    return;
  }
  const { record } = room;
  const title = roomTitle(record);
  if (action === 'renew') {
    showRenewalStop(services, room, title, error);
  } else if (error instanceof ApiError) {
    const request = { room: record, ttlSeconds: suggestedTtl(record) };
    const waysOn = waysOnFrom(services, request);
    await showRefreshFailure(services, request, error, waysOn, t('Auto-refresh stopped.'));
  } else {
    services.messages.error(
      t`Auto-refresh stopped. The refresh token of room ${title} can't be used any more. Add another.`,
      { label: t('Add Room Token'), run: () => addToken(services, key) },
    );
  }
}

function showRenewalStop(
  services: Services,
  { key, record: { baseUrl } }: Room,
  roomTitle: string,
  error: AutoRefreshStop['error'],
): void {
  const lead = t`The tokens of room ${roomTitle} were not renewed.`;
  if (error instanceof ApiError) {
    const { host } = new URL(baseUrl);
    const { text, remedies } = keyCallMessage(error, { call: 'generate', host, roomTitle });
    const targets = { tryAgain: () => renew(services, key) };
    services.messages.error(
      `${lead} ${text}`,
      ...remedies.map(remedy => remedyAction(remedy, targets)),
    );
  } else {
    showLostApiKey(services, baseUrl, lead);
  }
}
