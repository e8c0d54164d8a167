import type { ApiError } from '../../core/api/apiError';
import { roomKey } from '../../core/rooms/roomIdentity';
import type { RefreshRequest } from '../../core/rooms/roomRequests';
import { decodeToken } from '../../core/tokens/decodeToken';
import { apiErrorMessage } from '../../display/apiErrorSentence';
import { roomTitle } from '../../display/roomTitle';
import { waitForStorage } from '../messages/storageWait';
import type { Services } from '../services';
import { showLostApiKey } from './lostApiKey';
import { remedyAction } from './remedyActions';
import { renew } from './renew';

/** The ways to go on after a failed refresh that lead to another refresh. */
export interface WaysOn {
  /** Refreshes again. */
  again(request: RefreshRequest): Promise<unknown>;
  /** Asks for another refresh token, then refreshes. */
  withNewToken(): Promise<unknown>;
}

/**
 * Says why a refresh failed, with a button for each thing that can be done about it.
 *
 * @param lead what stands before the reason.
 */
export async function showRefreshFailure(
  services: Services,
  request: RefreshRequest,
  error: ApiError,
  waysOn: WaysOn,
  lead?: string,
): Promise<void> {
  const { apiKeys, clocks, messages, stored } = services;
  const { room } = request;
  const refreshToken =
    request.refreshToken ?? (await stored.token('refresh', roomKey(room)).catch(() => ''));
  const decoded = decodeToken(refreshToken);
  const { text, remedies } = apiErrorMessage(
    error,
    {
      roomTitle: roomTitle(room),
      roomId: room.id,
      ...(decoded.ok && { refreshToken: decoded.token }),
      hasApiKey: apiKeys.has(room.baseUrl),
      usedApiKey: request.apiKey !== undefined,
      sandbox: room.sandbox,
      host: new URL(room.baseUrl).host,
    },
    clocks.now(room.baseUrl),
  );
  // What the user entered goes along, so nothing has to be entered twice.
  const targets = {
    tryAgain: () => waysOn.again(request),
    tryWithApiKey: () => tryWithApiKey(services, request, waysOn),
    enterRefreshToken: () => waysOn.withNewToken(),
    renew: () => renew(services, roomKey(room)),
  };
  messages.error(
    lead === undefined ? text : `${lead} ${text}`,
    ...remedies.map(remedy => remedyAction(remedy, targets)),
  );
}

async function tryWithApiKey(
  services: Services,
  request: RefreshRequest,
  waysOn: WaysOn,
): Promise<void> {
  const { baseUrl } = request.room;
  const apiKey = await waitForStorage(services.clock, services.apiKeys.read(baseUrl));
  if (apiKey !== undefined) {
    await waysOn.again({ ...request, apiKey });
    return;
  }
  showLostApiKey(services, baseUrl);
}
