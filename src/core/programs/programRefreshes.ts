import { ApiError } from '../api/apiError';
import { originOf } from '../api/apiBaseUrl';
import type { TrustedOrigins } from '../api/trustedOrigins';
import type { Room } from '../rooms/room';
import type { RoomTokens } from '../rooms/roomTokens';
import type { RoomView } from '../rooms/roomList';
import type { Clock } from '../time/clock';
import { endOfPause, type Pause } from '../time/pause';
import type { TokenTimes } from '../tokens/tokenTimes';
import { UntrustedOriginError } from './untrustedOriginError';

/** How long an answer of the API counts for programs, in milliseconds. */
const usualRest = 10_000;

/** Beyond this, a `Retry-After` is not believed, in milliseconds. */
const longestRest = 3_600_000;

interface Rest extends Pause {
  /** What the request failed with, if it did. */
  readonly error?: ApiError;
  /** What the room had then. With other tokens, what failed before may succeed. */
  readonly tokens: readonly (TokenTimes | undefined)[];
}

/**
 * Refreshes that other extensions and agents ask for. One that asks again and again must not storm
 * the API: for some seconds after an answer the same is answered again, and nothing is sent.
 */
export class ProgramRefreshes {
  /** By the keys of rooms. */
  private readonly rests = new Map<string, Rest>();
  /** By the origins of APIs that had too many requests. */
  private readonly holds = new Map<string, Rest>();

  /** @param clock this machine's clock. */
  constructor(
    private readonly rooms: Pick<RoomView, 'get'>,
    private readonly tokens: Pick<RoomTokens, 'refresh'>,
    private readonly origins: Pick<TrustedOrigins, 'isTrusted'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Gets a new client token with the stored refresh token; joins a refresh that is under way.
   *
   * @throws {UntrustedOriginError} when the user has not agreed to the room's API.
   * @throws what `RoomTokens.refresh` throws.
   */
  async refresh(room: Room, ttlSeconds: number, signal: AbortSignal): Promise<Room> {
    const { key, record } = room;
    if (!this.origins.isTrusted(record.baseUrl)) {
      throw new UntrustedOriginError();
    }
    const rest = this.restOf(room);
    if (rest?.error) {
      throw rest.error;
    }
    if (rest) {
      return this.rooms.get(key) ?? room;
    }
    try {
      const refreshed = await this.tokens.refresh({ room: record, ttlSeconds }, signal);
      this.keep(refreshed, Math.min(usualRest, ttlSeconds * 500));
      return refreshed;
    } catch (error) {
      if (error instanceof ApiError && error.kind !== 'cancelled') {
        const asked = (error.facts.retryAfterSeconds ?? 0) * 1000;
        this.keep(room, Math.min(longestRest, Math.max(usualRest, asked)), error);
      }
      throw error;
    }
  }

  private restOf(room: Room): Rest | undefined {
    const now = this.clock.now();
    const rest = this.rests.get(room.key);
    const tokens = tokensOf(room);
    const hasChanged = rest?.tokens.some((token, index) => token !== tokens[index]);
    return [hasChanged ? undefined : rest, this.holds.get(originOf(room.record.baseUrl))].find(
      rest => rest !== undefined && now < endOfPause(rest, now),
    );
  }

  private keep(room: Room, length: number, error?: ApiError): void {
    const rest: Rest = {
      since: this.clock.now(),
      length,
      tokens: tokensOf(this.rooms.get(room.key) ?? room),
      ...(error && { error }),
    };
    this.rests.set(room.key, rest);
    if (error?.kind === 'rateLimited') {
      this.holds.set(originOf(room.record.baseUrl), rest);
    }
  }
}

function tokensOf({ record }: Room): readonly (TokenTimes | undefined)[] {
  return [record.clientToken, record.refreshToken];
}
