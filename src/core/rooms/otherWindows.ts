import type { Disposable } from '../emitter';
import type { Logger } from '../logger';
import type { TokenKind } from '../tokens/tokenKind';
import type { SecretStore } from '../secrets/secretStore';
import type { TokenSecrets } from '../secrets/tokenSecrets';
import type { Room } from './room';
import type { RoomList } from './roomList';
import type { RoomRecords } from './roomRecords';
import { sameKinds } from './sameRoom';
import type { StoredTokens } from './storedTokens';

/** Follows what other windows of the same user do: shows their new tokens and rooms, drops what they forgot. */
export class OtherWindows implements Disposable {
  private readonly subscription: Disposable;

  constructor(
    store: SecretStore,
    private readonly secrets: TokenSecrets,
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

  /**
   * Looks for rooms and choices that came or went unnoticed, and for rooms whose record and secrets
   * disagree on which tokens there are, as after a kill between the two writes; only of those are the
   * secrets read. For a window that opens or gets the focus back. Never rejects.
   */
  async catchUp(): Promise<void> {
    this.records.load().forEach(record => this.list.showSaved(record));
    const stored = await this.secrets.stored().catch(() => undefined);
    const keys = new Set([...this.list.all().map(room => room.key), ...(stored?.keys() ?? [])]);
    const doubtful = [...keys].filter(key => {
      const kinds = stored && (stored.get(key) ?? []);
      const isPromised = kinds === undefined || sameKinds(promisedBy(this.list.get(key)), kinds);
      return this.records.find(key) === undefined || !isPromised;
    });
    await Promise.all(doubtful.map(key => this.follow(key)));
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

/** The tokens that should be stored for a room, as far as this window knows. */
function promisedBy(room: Room | undefined): readonly TokenKind[] {
  return (['client', 'refresh'] as const).filter(kind => {
    const times = kind === 'client' ? room?.record.clientToken : room?.record.refreshToken;
    return times !== undefined && room?.lost.includes(kind) === false;
  });
}
