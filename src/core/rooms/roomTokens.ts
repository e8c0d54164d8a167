import { ApiError } from '../api/apiError';
import type { RoomsApi } from '../api/roomsApi';
import type { Logger } from '../logger';
import type { TokenSecrets } from '../secrets/tokenSecrets';
import type { Clock } from '../time/clock';
import { timesOfToken } from '../tokens/decodeToken';
import { earlier, tokenTimes } from '../tokens/tokenTimes';
import type { TokenKind } from '../tokens/tokenKind';
import { keepsPastedToken } from './keepsPastedToken';
import { MissingTokenError } from './missingTokenError';
import type { Room, RoomActivity, RoomRecord } from './room';
import { identityOf, roomKey, type RoomIdentity } from './roomIdentity';
import type { RoomList } from './roomList';
import { SingleFlight } from './singleFlight';

/** What a refresh needs. */
export interface RefreshRequest {
  readonly room: RoomIdentity;
  /** 10 to 3600. */
  readonly ttlSeconds: number;
  /** One that the user has just entered; otherwise the stored one is used. */
  readonly refreshToken?: string;
  /** Only when the user asked to try with it. */
  readonly apiKey?: string;
}

/** Gets, keeps and gives out the tokens of rooms: the only writer of rooms and their secrets. */
export class RoomTokens {
  private readonly flights = new SingleFlight<Room>();

  constructor(
    private readonly list: RoomList,
    private readonly secrets: TokenSecrets,
    private readonly api: RoomsApi,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Whether a refresh of the room is under way in this window. */
  isRefreshing(key: string): boolean {
    return this.flights.has(key);
  }

  /**
   * Gets a new client token and stores it. Joins a refresh of the same room that is under way.
   *
   * @throws {ApiError} when the call failed; what was stored before stays.
   * @throws {MissingTokenError} when there is no refresh token to use.
   */
  refresh(request: RefreshRequest, signal: AbortSignal): Promise<Room> {
    const room = identityOf(request.room);
    const key = roomKey(room);
    return this.flights.run(key, signal, flight =>
      this.performRefresh(key, { ...request, room }, flight),
    );
  }

  /**
   * The stored token of a room, read at the moment of use.
   *
   * @throws {MissingTokenError} when there is none, or none that can be read any more.
   */
  async token(kind: TokenKind, key: string): Promise<string> {
    const secret = await this.secrets.read(kind, key);
    if (secret !== undefined) {
      return secret.token;
    }
    const room = this.list.get(key);
    const lost =
      (kind === 'client' ? room?.record.clientToken : room?.record.refreshToken) !== undefined;
    if (room !== undefined && lost) {
      this.list.setLost(key, [...new Set([...room.lost, kind])]);
    }
    throw new MissingTokenError(kind, room, lost);
  }

  /** Stores a refresh token for a room, which need not be known yet. */
  async setRefreshToken(target: RoomIdentity, token: string): Promise<Room> {
    const room = identityOf(target);
    const times = timesOfToken(token);
    await this.secrets.write({ kind: 'refresh', room, token, times });
    const known = this.list.get(roomKey(room))?.record;
    return this.list.put({ ...known, ...room, refreshToken: times });
  }

  /** Deletes a room and its tokens. A refresh that is under way is aborted first. */
  async forget(key: string): Promise<void> {
    await this.flights.stop(key);
    // The record goes first: windows that see a secret vanish look there for whether it was meant.
    await this.list.remove(key);
    await this.secrets.remove(key);
    this.logger.info(`Forgot ${key}.`);
  }

  /** Deletes every room and its tokens, and records that can't be read any more. */
  async forgetAll(): Promise<void> {
    await this.flights.stopAll();
    const keys = this.list.all().map(({ key }) => key);
    await this.list.clear();
    await Promise.all(keys.map(key => this.secrets.remove(key)));
    this.logger.info('Forgot every room.');
  }

  private async performRefresh(
    key: string,
    request: RefreshRequest,
    signal: AbortSignal,
  ): Promise<Room> {
    const before = this.list.get(key)?.activity ?? { kind: 'idle' };
    this.list.setActivity(key, { kind: 'refreshing' });
    try {
      const refreshToken = request.refreshToken ?? (await this.token('refresh', key));
      const { room: target, ttlSeconds, apiKey } = request;
      const answer = await this.api.refreshClientToken(
        {
          baseUrl: target.baseUrl,
          roomId: target.id,
          refreshToken,
          ttlSeconds,
          ...(apiKey !== undefined && { apiKey }),
        },
        signal,
      );
      if (signal.aborted) {
        throw new ApiError('cancelled');
      }
      const room = await this.keep(request, answer.token, answer.expiresAt);
      this.logger.info(`Refreshed ${key}.`);
      return room;
    } catch (error) {
      await this.settleFailure(key, request, before, error);
      throw error;
    }
  }

  private async keep(
    { room, ttlSeconds, refreshToken }: RefreshRequest,
    token: string,
    expiresAt: number | undefined,
  ): Promise<Room> {
    const decoded = timesOfToken(token);
    const times = tokenTimes(
      decoded.issuedAt ?? this.clock.now(),
      earlier(decoded.expiresAt, expiresAt),
    );
    await this.secrets.write({ kind: 'client', room, token, times, ttlSeconds });
    let record: RoomRecord = {
      ...this.list.get(roomKey(room))?.record,
      ...room,
      lastTtlSeconds: ttlSeconds,
      clientToken: times,
    };
    if (refreshToken !== undefined) {
      const refreshTimes = timesOfToken(refreshToken);
      await this.secrets.write({ kind: 'refresh', room, token: refreshToken, times: refreshTimes });
      record = { ...record, refreshToken: refreshTimes };
    }
    return this.list.put(record);
  }

  private async settleFailure(
    key: string,
    request: RefreshRequest,
    before: RoomActivity,
    error: unknown,
  ): Promise<void> {
    if (!(error instanceof ApiError) || error.kind === 'cancelled') {
      this.list.setActivity(key, before);
      return;
    }
    this.logger.warn(`Refreshing ${key} failed: ${error.message}`);
    if (request.refreshToken !== undefined && keepsPastedToken(error.kind)) {
      await this.setRefreshToken(request.room, request.refreshToken).catch(() =>
        this.logger.warn(`The refresh token of ${key} could not be kept.`),
      );
    }
    this.list.setActivity(key, { kind: 'failed', error });
  }
}
