import type { TokenSecret } from '../secrets/tokenSecret';
import type { TokenSecrets } from '../secrets/tokenSecrets';
import type { TokenKind } from '../tokens/tokenKind';
import { sameTimes } from '../tokens/tokenTimes';
import { MissingTokenError } from './missingTokenError';
import type { RoomList } from './roomList';
import type { RoomRecords } from './roomRecords';

/** A room's tokens as they are stored; one that is not there, or not readable, is absent. */
export interface StoredPair {
  readonly client?: TokenSecret;
  readonly refresh?: TokenSecret;
}

/**
 * The stored tokens of rooms, for those that read. The window that makes a change also writes the
 * record, so nothing is written here. What is read is shown where the room's record says otherwise:
 * the window that wrote it may have been killed before it came to the record. Every call rejects when the secret store does.
 */
export class StoredTokens {
  constructor(
    private readonly list: RoomList,
    private readonly records: RoomRecords,
    private readonly secrets: TokenSecrets,
  ) {}

  /** Whether some window has kept the room, and none forgotten it. */
  isSaved(key: string): boolean {
    return this.records.find(key) !== undefined;
  }

  /**
   * The stored token of a room, read at the moment of use.
   *
   * @throws {MissingTokenError} when there is none, or none that can be read any more.
   */
  async token(kind: TokenKind, key: string): Promise<string> {
    const secret = await this.secrets.read(kind, key);
    const room = this.list.get(key);
    if (secret !== undefined) {
      const times = kind === 'client' ? room?.record.clientToken : room?.record.refreshToken;
      if (room?.lost.includes(kind) === true || !sameTimes(times, secret.times)) {
        await this.show(key);
      }
      return secret.token;
    }
    const lost =
      (kind === 'client' ? room?.record.clientToken : room?.record.refreshToken) !== undefined;
    if (room !== undefined && lost) {
      this.list.setLost(key, [...new Set([...room.lost, kind])]);
    }
    throw new MissingTokenError(kind, room, lost);
  }

  /** Shows what is stored of a room by now, whoever stored it, and answers it. */
  async show(key: string): Promise<StoredPair> {
    let client: TokenSecret | undefined;
    let refresh: TokenSecret | undefined;
    let changes: number;
    do {
      changes = this.list.changesOf(key);
      client = await this.secrets.read('client', key);
      refresh = await this.secrets.read('refresh', key);
      // What was read while the room changed may be of before, or of both.
    } while (this.list.changesOf(key) !== changes);
    const known = this.list.current(key);
    const newest = client ?? refresh;
    const lost = [
      ...(known?.clientToken && !client ? (['client'] as const) : []),
      ...(known?.refreshToken && !refresh ? (['refresh'] as const) : []),
    ];
    if (newest === undefined) {
      this.settleMissing(key, lost);
      return {};
    }
    this.list.show(
      {
        ...known,
        ...newest.room,
        ...(client?.ttlSeconds !== undefined && { lastTtlSeconds: client.ttlSeconds }),
        ...(client && { clientToken: client.times }),
        ...(refresh && { refreshToken: refresh.times }),
      },
      lost,
    );
    return { ...(client && { client }), ...(refresh && { refresh }) };
  }

  /** Both tokens are gone: forgotten in another window if the record went too, else lost. */
  private settleMissing(key: string, lost: readonly TokenKind[]): void {
    if (this.records.find(key) === undefined) {
      this.list.drop(key);
    } else {
      this.list.setLost(key, lost);
    }
  }
}
