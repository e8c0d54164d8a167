import { ApiError } from '../../core/api/apiError';
import type { Room } from '../../core/rooms/room';
import { roomKey } from '../../core/rooms/roomIdentity';
import { MissingTokenError } from '../../core/rooms/missingTokenError';
import type { RefreshRequest } from '../../core/rooms/roomRequests';
import { hasExpired } from '../../core/time/expiryPhase';
import { RefusedTokenError } from '../../core/tokens/refusedTokenError';
import { t } from '../../display/l10n';
import { roomTitle } from '../../display/roomTitle';
import { expiryText, localTime } from '../../display/timeText';
import { withCancellableProgress } from '../messages/progress';
import { askRefresh, type RefreshStart } from '../prompts/askRefresh';
import type { Services } from '../services';
import { copyClientToken } from './copyClientToken';
import { mayBeAsked } from './mayBeAsked';
import { showRefreshFailure } from './refreshFailure';

/** How a refresh that went well is shown. */
type ShowSuccess = (services: Services, room: Room) => Promise<void>;

/**
 * Asks what a refresh needs, opens the connection meanwhile, and runs it, as `runRefresh` does; nothing
 * happens after Escape.
 */
export async function askAndRefresh(
  services: Services,
  start: RefreshStart,
  showSuccess?: ShowSuccess,
): Promise<Room | undefined> {
  return services.ahead.during(async ahead => {
    const request = await askRefresh(services, start, ahead);
    return request && runRefresh(services, request, showSuccess);
  });
}

/**
 * Refreshes under a cancellable progress, then shows how it went: the room and a message, unless told
 * otherwise. Answers the room, or undefined when there is no new token; why has then been said.
 *
 * @throws {ApiError} of kind `cancelled` when the user cancelled.
 */
export async function runRefresh(
  services: Services,
  request: RefreshRequest,
  showSuccess: ShowSuccess = showRefreshed,
): Promise<Room | undefined> {
  const { clock, tokens } = services;
  const { room } = request;
  if (!(await mayBeAsked(services, room))) {
    return undefined;
  }
  // Whoever joins a refresh leaves it to the first caller to say how it ended.
  const joins = tokens.isRefreshing(roomKey(room));
  try {
    const refreshed = await withCancellableProgress(
      clock,
      t`Refreshing the token of room ${roomTitle(room)}…`,
      signal => tokens.refresh(request, signal),
    );
    if (!joins) {
      await showSuccess(services, refreshed);
    }
    return refreshed;
  } catch (error) {
    const waysOn = waysOnFrom(services, request);
    if (error instanceof MissingTokenError || error instanceof RefusedTokenError) {
      // The question says why it is asked.
      return waysOn.withNewToken();
    }
    if (!(error instanceof ApiError) || error.kind === 'cancelled') {
      throw error;
    }
    if (!joins) {
      await showRefreshFailure(services, request, error, waysOn);
    }
    return undefined;
  }
}

/** The ways to go on after a failed refresh: again as it was or was changed, or with a new token. */
export function waysOnFrom(services: Services, { room, ttlSeconds }: RefreshRequest) {
  return {
    again: (changed: RefreshRequest) => runRefresh(services, changed),
    withNewToken: () =>
      askAndRefresh(services, { room, baseUrl: room.baseUrl, ttlSeconds, newRefreshToken: true }),
  };
}

async function showRefreshed(services: Services, room: Room): Promise<void> {
  const { clocks, messages, view } = services;
  await view.reveal(room.key, { focus: false });
  const { baseUrl, clientToken = {} } = room.record;
  const now = clocks.now(baseUrl);
  const { expiresAt } = clientToken;
  // Translators: {0} is such as 12:24:55, or: no expiry known
  const text =
    expiresAt === undefined || hasExpired(clientToken, now)
      ? t`Room token refreshed, ${expiryText(clientToken, now)}`
      : t`Room token refreshed, valid until ${localTime(expiresAt, now)}`;
  messages.info(text, {
    label: t('Copy Token'),
    run: () => copyClientToken(services, room),
  });
}
