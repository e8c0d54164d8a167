import type { Disposable } from '../emitter';
import type { Logger } from '../logger';
import type { SecretStore } from '../secrets/secretStore';
import type { TokenSecrets } from '../secrets/tokenSecrets';
import type { TokenKind } from '../tokens/tokenKind';
import type { RoomList } from './roomList';
import type { RoomRecords } from './roomRecords';

/**
 * Follows what other windows of the same user do: shows their new tokens and rooms, drops what they
 * forgot. The window that makes a change also writes the record, so nothing is written here.
 */
export class OtherWindows implements Disposable {
  private readonly subscription: Disposable;

  constructor(
    store: SecretStore,
    private readonly secrets: TokenSecrets,
    private readonly list: RoomList,
    private readonly records: RoomRecords,
    private readonly logger: Logger,
  ) {
    this.subscription = store.onDidChange(secretKey => {
      const key = secrets.roomKeyOf(secretKey);
      if (key !== undefined) {
        void this.follow(key);
      }
    });
  }

  /** Looks for rooms that came or went unnoticed. For a window that gets the focus back. */
  async catchUp(): Promise<void> {
    const recorded = this.records.load();
    recorded.forEach(record => this.list.showIfNew(record));
    const missing = this.list.all().filter(room => this.records.find(room.key) === undefined);
    await Promise.all(missing.map(room => this.follow(room.key)));
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /** An event may come for this window's own writes, or without any change: read and compare. */
  private async follow(key: string): Promise<void> {
    try {
      const client = await this.secrets.read('client', key);
      const refresh = await this.secrets.read('refresh', key);
      const known = this.list.get(key)?.record;
      const newest = client ?? refresh;
      const lost = [
        ...(known?.clientToken && !client ? (['client'] as const) : []),
        ...(known?.refreshToken && !refresh ? (['refresh'] as const) : []),
      ];
      if (newest === undefined) {
        this.settleMissing(key, lost);
        return;
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
    } catch {
      this.logger.warn(`The secret store did not answer for ${key}.`);
    }
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
