import { ApiError } from '../api/apiError';
import { wasAnswerLost } from '../api/lostAnswer';
import type { RefreshCall, RoomsApi } from '../api/roomsApi';
import type { IssuedToken } from '../api/tokenAnswers';
import type { Logger } from '../logger';
import type { ServerClocks } from '../time/serverClocks';
import { checkRefreshToken } from '../tokens/checkRefreshToken';
import { RefusedTokenError } from '../tokens/refusedTokenError';
import type { Room } from './room';
import { roomKey, type RoomIdentity } from './roomIdentity';
import type { RoomKeeper } from './roomKeeper';
import type { GenerateRequest, RefreshRequest } from './roomRequests';
import type { StoredTokens } from './storedTokens';

/** Asks the API for tokens of a room and keeps what comes. */
export class TokenRequests {
  constructor(
    private readonly stored: StoredTokens,
    private readonly keeper: RoomKeeper,
    private readonly api: RoomsApi,
    private readonly clocks: ServerClocks,
    private readonly logger: Logger,
  ) {}

  /**
   * Gets a client token and keeps nothing. A refresh whose answer was lost is repeated once, as the
   * refresh token stays what it is; one that is scheduled is left to its schedule.
   *
   * @throws {RefusedTokenError} when the refresh token's own text rules out that it could work.
   */
  async issue(
    { room, ttlSeconds, refreshToken, apiKey, scheduled }: RefreshRequest,
    signal: AbortSignal,
  ): Promise<IssuedToken> {
    const token = refreshToken ?? (await this.stored.token('refresh', roomKey(room)));
    const check = checkRefreshToken(token, room.id, this.clocks.now(room.baseUrl));
    if (check.verdict === 'refused') {
      throw new RefusedTokenError(check);
    }
    const call = { baseUrl: room.baseUrl, roomId: room.id, refreshToken: token, ttlSeconds };
    const asked = { ...call, ...(apiKey !== undefined && { apiKey }) };
    const issued = await (scheduled
      ? this.api.refreshClientToken(asked, signal)
      : this.ask(asked, signal));
    throwIfCancelled(signal);
    return issued;
  }

  /** Gets a client token and keeps it, and the refresh token with it when it was entered just now. */
  async refresh(request: RefreshRequest, signal: AbortSignal): Promise<Room> {
    const { room, ttlSeconds, refreshToken } = request;
    const wasSaved = this.stored.isSaved(roomKey(room));
    const client = await this.issue(request, signal);
    this.throwIfForgotten(room, wasSaved);
    const refreshed = await this.keeper.keep(room, {
      client: { ...client, ttlSeconds },
      ...(refreshToken !== undefined && { refresh: { token: refreshToken } }),
    });
    this.logger.info(`Refreshed ${refreshed.key}.`);
    return refreshed;
  }

  /** Makes a new pair of tokens and keeps both. */
  async generate(request: GenerateRequest, signal: AbortSignal): Promise<Room> {
    const { room, ttlSeconds, refreshTtlSeconds, apiKey } = request;
    const wasSaved = this.stored.isSaved(roomKey(room));
    const { client, refresh } = await this.api.generateTokens(
      { baseUrl: room.baseUrl, roomId: room.id, apiKey, ttlSeconds, refreshTtlSeconds },
      signal,
    );
    throwIfCancelled(signal);
    this.throwIfForgotten(room, wasSaved);
    const renewed = await this.keeper.keep(room, {
      client: { ...client, ttlSeconds },
      refresh: { ...refresh, ttlSeconds: refreshTtlSeconds },
    });
    this.logger.info(`Made a new pair of tokens for ${renewed.key}.`);
    return renewed;
  }

  private async ask(call: RefreshCall, signal: AbortSignal): Promise<IssuedToken> {
    try {
      return await this.api.refreshClientToken(call, signal);
    } catch (error) {
      if (signal.aborted || !wasAnswerLost(error)) {
        throw error;
      }
      this.logger.info(`The answer for room ${call.roomId} was lost, so it is asked for again.`);
      return this.api.refreshClientToken(call, signal);
    }
  }

  /** A room that another window forgot meanwhile must not come back. */
  private throwIfForgotten(room: RoomIdentity, wasSaved: boolean): void {
    if (wasSaved && !this.stored.isSaved(roomKey(room))) {
      throw new ApiError('cancelled');
    }
  }
}

function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new ApiError('cancelled');
  }
}
