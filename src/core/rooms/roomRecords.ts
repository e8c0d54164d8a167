import { isAutoRefreshChoice } from '../autoRefresh/autoRefreshState';
import type { StateStore } from '../state/stateStore';
import { isMoment, type TokenTimes } from '../tokens/tokenTimes';
import type { RoomRecord } from './room';
import { parseRoomIdentity, roomKey } from './roomIdentity';
import { clientTokenTtl, isTtl, refreshTokenTtl } from './tokenTtl';

const prefix = 'telnyxRooms.room:';

/** The rooms in plain state: names and times, one entry per room, checked on read. */
export class RoomRecords {
  constructor(private readonly state: StateStore) {}

  /** Every readable record; what can't be read is left where it is. */
  load(): readonly RoomRecord[] {
    return this.keys()
      .map(stateKey => this.read(stateKey))
      .filter(record => record !== undefined);
  }

  /** A room's record; undefined when there is none, none that can be read, or another room's. */
  find(key: string): RoomRecord | undefined {
    return this.read(prefix + key);
  }

  async save(record: RoomRecord): Promise<void> {
    await this.state.update(prefix + roomKey(record), record);
  }

  async remove(key: string): Promise<void> {
    await this.state.update(prefix + key, undefined);
  }

  /** Removes every record, readable or not. */
  async clear(): Promise<void> {
    await Promise.all(this.keys().map(key => this.state.update(key, undefined)));
  }

  private read(stateKey: string): RoomRecord | undefined {
    const record = parseRoomRecord(this.state.get(stateKey));
    return record !== undefined && prefix + roomKey(record) === stateKey ? record : undefined;
  }

  private keys(): readonly string[] {
    return this.state.keys().filter(key => key.startsWith(prefix));
  }
}

function parseRoomRecord(value: unknown): RoomRecord | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const record = value as Readonly<Record<string, unknown>>;
  const identity = parseRoomIdentity(record);
  if (identity === undefined) {
    return undefined;
  }
  const { givenName, autoRefresh, lastTtlSeconds, lastRefreshTtlSeconds } = record;
  const { clientToken, refreshToken } = record;
  return {
    ...identity,
    ...(typeof givenName === 'string' && givenName !== '' && { givenName }),
    ...(isAutoRefreshChoice(autoRefresh) && { autoRefresh }),
    ...(isTtl(lastTtlSeconds, clientTokenTtl) && { lastTtlSeconds }),
    ...(isTtl(lastRefreshTtlSeconds, refreshTokenTtl) && { lastRefreshTtlSeconds }),
    ...(isTokenTimes(clientToken) && { clientToken }),
    ...(isTokenTimes(refreshToken) && { refreshToken }),
  };
}

function isTokenTimes(value: unknown): value is TokenTimes {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['issuedAt', 'expiresAt'].every(name => {
      const time = (value as Record<string, unknown>)[name];
      return time === undefined || isMoment(time);
    })
  );
}
