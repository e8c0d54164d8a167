import { ApiError } from '../api/apiError';
import type { RoomLocks } from '../locks/roomLocks';
import type { Logger } from '../logger';
import type { TokenSecret } from '../secrets/tokenSecret';
import type { TokenSecrets } from '../secrets/tokenSecrets';
import type { ServerClocks } from '../time/serverClocks';
import type { TokenKind } from '../tokens/tokenKind';
import { isNewEnough, isNewPairEnough } from './newEnough';
import { keepsPastedToken } from './keepsPastedToken';
import type { Room } from './room';
import { identityOf, roomKey, type RoomIdentity } from './roomIdentity';
import type { RoomKeeper } from './roomKeeper';
import type { RoomList } from './roomList';
import type { GenerateRequest, RefreshRequest } from './roomRequests';
import { SingleFlight } from './singleFlight';
import type { StoredTokens } from './storedTokens';
import type { TokenRequests } from './tokenRequests';

/**
 * Gets tokens from the API and gives out those that are stored. One request at a time for a room, over
 * all windows: whoever waited looks first whether another window has done the work.
 */
export class RoomTokens {
  private readonly refreshes = new SingleFlight<Room>();
  private readonly renewals = new SingleFlight<Room>();

  constructor(
    private readonly list: RoomList,
    private readonly keeper: RoomKeeper,
    private readonly stored: StoredTokens,
    private readonly secrets: TokenSecrets,
    private readonly requests: TokenRequests,
    private readonly locks: RoomLocks,
    private readonly clocks: ServerClocks,
    private readonly logger: Logger,
  ) {}

  /** Whether a refresh of the room is under way in this window. */
  isRefreshing(key: string): boolean {
    return this.refreshes.has(key);
  }

  /**
   * Gets a new client token and stores it. Joins a refresh of the same room that is under way.
   *
   * @throws {ApiError} when the call failed; what was stored before stays.
   * @throws {MissingTokenError} when there is no refresh token to use.
   * @throws {RefusedTokenError} when the refresh token can't work; nothing was sent.
   */
  refresh(request: RefreshRequest, signal: AbortSignal): Promise<Room> {
    const startedAt = this.clocks.now(request.room.baseUrl);
    const known = this.list.get(roomKey(request.room))?.record.clientToken;
    return this.run(this.refreshes, request, signal, async (room, flight) => {
      try {
        // What the user entered for this refresh is to be used, whatever another window got.
        const done =
          request.refreshToken === undefined && request.apiKey === undefined
            ? await this.doneElsewhere('client', room, secret =>
                isNewEnough(secret, request, {
                  startedAt,
                  known,
                  now: this.clocks.now(room.baseUrl),
                }),
              )
            : undefined;
        return done ?? (await this.requests.refresh({ ...request, room }, flight));
      } catch (error) {
        await this.keepPasted(request, error);
        throw error;
      }
    });
  }

  /**
   * Makes a new pair of tokens with the API key and stores both.
   *
   * @throws {ApiError} when the call failed; what was stored before stays.
   */
  generate(request: GenerateRequest, signal: AbortSignal): Promise<Room> {
    return this.run(this.renewals, request, signal, async (room, flight) => {
      const done = await this.doneElsewhere('refresh', room, secret =>
        isNewPairEnough(secret, request, this.clocks.now(room.baseUrl)),
      );
      return done ?? this.requests.generate({ ...request, room }, flight);
    });
  }

  /**
   * Deletes a room and its tokens. A request that is under way is aborted first. A room of which
   * something is left, since a store failed, is shown again.
   */
  async forget(key: string): Promise<void> {
    await Promise.all([this.refreshes.stop(key), this.renewals.stop(key)]);
    // The record goes first: windows that see a secret vanish look there for whether it was meant.
    try {
      await this.list.remove(key);
      await this.secrets.remove(key);
      // Whoever looked meanwhile may have found the secrets without a record, and shown the room.
      this.list.drop(key);
    } catch (error) {
      await this.stored.show(key).catch(() => undefined);
      throw error;
    }
    this.logger.info(`Forgot ${key}.`);
  }

  /** Deletes every room and its tokens, and records that can't be read any more. */
  async forgetAll(): Promise<void> {
    await Promise.all([this.refreshes.stopAll(), this.renewals.stopAll()]);
    const keys = this.list.all().map(({ key }) => key);
    await this.list.clear();
    await Promise.all(keys.map(key => this.secrets.remove(key)));
    keys.forEach(key => this.list.drop(key));
    this.logger.info('Forgot every room.');
  }

  /** Runs work on a room: alone over all windows, shown while it lasts, and how it failed after it. */
  private run(
    flights: SingleFlight<Room>,
    { room: target, scheduled }: Pick<RefreshRequest, 'room' | 'scheduled'>,
    signal: AbortSignal,
    work: (room: RoomIdentity, flight: AbortSignal) => Promise<Room>,
  ): Promise<Room> {
    const room = identityOf(target);
    const key = roomKey(room);
    return flights.run(key, signal, async flight => {
      const before = this.list.get(key)?.activity ?? { kind: 'idle' };
      this.list.setActivity(key, { kind: 'refreshing' });
      const release = await this.locks.acquire(key, flight);
      try {
        if (release === undefined || scheduled?.isWanted() === false) {
          throw new ApiError('cancelled');
        }
        return await work(room, flight);
      } catch (error) {
        const failed = error instanceof ApiError && error.kind !== 'cancelled';
        if (failed) {
          this.logger.warn(`Getting tokens for ${key} failed: ${error.message}`);
        }
        this.list.setActivity(key, failed ? { kind: 'failed', error } : before);
        await scheduled?.failed(error);
        throw error;
      } finally {
        await release?.();
      }
    });
  }

  /** Shows the room as it is stored when its token there will do. */
  private async doneElsewhere(
    kind: TokenKind,
    room: RoomIdentity,
    willDo: (secret: TokenSecret) => boolean,
  ): Promise<Room | undefined> {
    const key = roomKey(room);
    const secret = await this.secrets.read(kind, key);
    if (secret === undefined || !willDo(secret)) {
      return undefined;
    }
    await this.stored.show(key);
    this.list.setActivity(key, { kind: 'idle' });
    this.logger.info(`Took over what another window got for ${key}.`);
    return this.list.get(key);
  }

  /** A refresh token that was entered for a failed refresh stays, where the failure is not its own. */
  private async keepPasted({ room, refreshToken }: RefreshRequest, error: unknown): Promise<void> {
    if (refreshToken !== undefined && error instanceof ApiError && keepsPastedToken(error.kind)) {
      await this.keeper
        .keep(room, { refresh: { token: refreshToken } })
        .catch(() => this.logger.warn(`The refresh token of ${roomKey(room)} could not be kept.`));
    }
  }
}
