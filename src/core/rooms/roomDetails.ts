import { decodeToken, type DecodeResult } from '../tokens/decodeToken';
import type { Room, RoomRecord } from './room';
import type { StoredTokens } from './storedTokens';

/** What a room's stored tokens say, decoded. A token that is not stored or not readable is absent. */
export interface RoomDetails {
  readonly client?: DecodeResult;
  readonly refresh?: DecodeResult;
}

/** Reads and decodes a room's tokens on demand, once for each state of the room's record. */
export class RoomDetailsReader {
  private readonly cache = new WeakMap<RoomRecord, Promise<RoomDetails>>();

  constructor(private readonly stored: StoredTokens) {}

  read(room: Room): Promise<RoomDetails> {
    const cached = this.cache.get(room.record);
    if (cached !== undefined) {
      return cached;
    }
    const details = this.decode(room.key);
    this.cache.set(room.record, details);
    // A store that failed once may answer the next time.
    details.catch(() => this.cache.delete(room.record));
    return details;
  }

  private async decode(key: string): Promise<RoomDetails> {
    const { client, refresh } = await this.stored.show(key);
    return {
      ...(client && { client: decodeToken(client.token) }),
      ...(refresh && { refresh: decodeToken(refresh.token) }),
    };
  }
}
