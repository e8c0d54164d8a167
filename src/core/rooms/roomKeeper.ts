import type { AutoRefreshChoice } from '../autoRefresh/autoRefreshState';
import type { AccountRoom } from '../api/roomAnswers';
import type { IssuedToken } from '../api/tokenAnswers';
import type { TokenSecrets } from '../secrets/tokenSecrets';
import type { ServerClocks } from '../time/serverClocks';
import { timesOfToken } from '../tokens/decodeToken';
import { earlier, tokenTimes, type TokenTimes } from '../tokens/tokenTimes';
import type { Room } from './room';
import { identityOf, roomKey, type RoomIdentity } from './roomIdentity';
import type { RoomList } from './roomList';

/** A token to keep, and the TTL in seconds that it was asked for with, where it was asked for. */
export interface NewToken extends IssuedToken {
  readonly ttlSeconds?: number;
}

/** New tokens of a room; one that is absent stays as it is. */
export interface NewTokens {
  readonly client?: NewToken;
  readonly refresh?: NewToken;
}

/** The one writer of what is kept of a room: its tokens, its names, its choices. */
export class RoomKeeper {
  constructor(
    private readonly list: RoomList,
    private readonly secrets: TokenSecrets,
    private readonly clocks: ServerClocks,
  ) {}

  /**
   * Stores tokens of a room, which need not be known yet. What ends earlier counts: claim or answer.
   * The refresh token comes first, for a window that is killed meanwhile: it gets the other one anew.
   */
  async keep(target: RoomIdentity, { client, refresh }: NewTokens): Promise<Room> {
    const room = identityOf(target);
    const clientToken = client && this.timesOf(client, room);
    const refreshToken = refresh && timesUntil(timesOfToken(refresh.token), refresh.expiresAt);
    if (refresh && refreshToken) {
      await this.secrets.write({
        kind: 'refresh',
        room,
        times: refreshToken,
        token: refresh.token,
      });
    }
    if (client && clientToken) {
      await this.secrets.write({ kind: 'client', room, times: clientToken, ...secretOf(client) });
    }
    const known = this.list.current(roomKey(room));
    return this.list.put({
      ...known,
      ...room,
      ...(known?.autoRefresh === 'stopped' && { autoRefresh: 'on' }),
      ...(client?.ttlSeconds !== undefined && { lastTtlSeconds: client.ttlSeconds }),
      ...(refresh?.ttlSeconds !== undefined && { lastRefreshTtlSeconds: refresh.ttlSeconds }),
      ...(clientToken && { clientToken }),
      ...(refreshToken && { refreshToken }),
    });
  }

  /** Names a room; an empty name takes the name away. */
  async rename(key: string, name: string): Promise<void> {
    const givenName = name.trim();
    await this.list.amend(key, ({ givenName: _old, ...record }) => ({
      ...record,
      ...(givenName !== '' && { givenName }),
    }));
  }

  /** Keeps what the user wants of a room's auto-refresh. */
  async chooseAutoRefresh(key: string, autoRefresh: AutoRefreshChoice): Promise<void> {
    await this.list.amend(key, record => ({ ...record, autoRefresh }));
  }

  /** Takes over the names that the account has for known rooms. */
  async learnNames(baseUrl: string, rooms: readonly AccountRoom[]): Promise<void> {
    const renamed = rooms.filter(({ id, name }) => {
      const record = this.list.get(roomKey({ id, baseUrl }))?.record;
      return record !== undefined && name !== undefined && record.name !== name;
    });
    await Promise.all(
      renamed.map(({ id, name = '' }) =>
        this.list.amend(roomKey({ id, baseUrl }), record => ({ ...record, name })),
      ),
    );
  }

  /** An opaque client token counts from now: its answer says when it ends, not when it began. */
  private timesOf(token: NewToken, room: RoomIdentity): TokenTimes {
    const { issuedAt = this.clocks.now(room.baseUrl), expiresAt } = timesOfToken(token.token);
    return timesUntil(tokenTimes(issuedAt, expiresAt), token.expiresAt);
  }
}

function timesUntil({ issuedAt, expiresAt }: TokenTimes, end: number | undefined): TokenTimes {
  return tokenTimes(issuedAt, earlier(expiresAt, end));
}

function secretOf({ token, ttlSeconds }: NewToken) {
  return { token, ...(ttlSeconds !== undefined && { ttlSeconds }) };
}
