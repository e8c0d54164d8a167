import { lastingTtl, lastsFor } from '../../core/rooms/lastingToken';
import { MissingTokenError } from '../../core/rooms/missingTokenError';
import type { Room } from '../../core/rooms/room';
import { t } from '../../display/l10n';
import { roomTitle } from '../../display/roomTitle';
import { confirm } from '../messages/confirmation';
import { waitForStorage } from '../messages/storageWait';
import type { Services } from '../services';
import { askAndRefresh } from './runRefresh';

/**
 * The client token of a room for a program that starts now: the stored one when it lasts that many
 * seconds more, else a new one. Undefined when there is none to be had; why has then been said.
 *
 * @throws {ApiError} of kind `cancelled` when the user cancelled.
 */
export async function lastingToken(
  services: Services,
  room: Room,
  minValidSeconds: number,
): Promise<string | undefined> {
  const { clock, clocks, stored } = services;
  const { record, key } = room;
  if (lastsFor(record.clientToken, minValidSeconds, clocks.now(record.baseUrl))) {
    try {
      return await waitForStorage(clock, stored.token('client', key));
    } catch (error) {
      if (!(error instanceof MissingTokenError)) {
        throw error;
      }
    }
  }
  const ttlSeconds = lastingTtl(record, minValidSeconds);
  const start = { room: record, baseUrl: record.baseUrl, ttlSeconds };
  const refreshed = await askAndRefresh(services, start, showQuietly);
  return refreshed && waitForStorage(clock, stored.token('client', refreshed.key));
}

/** The user is looking at what they start: no message, and the view stays as it is. */
function showQuietly(_services: Services, { record }: Room): Promise<void> {
  confirm(t`Refreshed the token of room ${roomTitle(record)}`);
  return Promise.resolve();
}
