import type { Disposable } from '../emitter';
import type { Logger } from '../logger';
import type { SecretStore } from '../secrets/secretStore';
import type { TokenSecrets } from '../secrets/tokenSecrets';
import type { RoomList } from './roomList';
import type { RoomRecords } from './roomRecords';
import type { StoredTokens } from './storedTokens';

/** Follows what other windows of the same user do: shows their new tokens and rooms, drops what they forgot. */
export class OtherWindows implements Disposable {
  private readonly subscription: Disposable;

  constructor(
    store: SecretStore,
    secrets: TokenSecrets,
    private readonly list: RoomList,
    private readonly records: RoomRecords,
    private readonly stored: StoredTokens,
    private readonly logger: Logger,
  ) {
    this.subscription = store.onDidChange(secretKey => {
      const key = secrets.roomKeyOf(secretKey);
      if (key !== undefined) {
        void this.follow(key);
      }
    });
  }

  /** Looks for rooms and choices that came or went unnoticed. For a window that gets the focus back. */
  async catchUp(): Promise<void> {
    this.records.load().forEach(record => this.list.showSaved(record));
    const missing = this.list.all().filter(room => this.records.find(room.key) === undefined);
    await Promise.all(missing.map(room => this.follow(room.key)));
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /** An event may come for this window's own writes, or without any change: read and compare. */
  private async follow(key: string): Promise<void> {
    try {
      await this.stored.show(key);
    } catch {
      this.logger.warn(`The secret store did not answer for ${key}.`);
    }
  }
}
