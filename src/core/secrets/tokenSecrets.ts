import type { Logger } from '../logger';
import { roomKey } from '../rooms/roomIdentity';
import type { TokenKind } from '../tokens/tokenKind';
import type { SecretStore } from './secretStore';
import { parseTokenSecret, serializeTokenSecret, type TokenSecret } from './tokenSecret';

/** One secret per token: windows that write different rooms never overwrite each other. */
const prefixes: Readonly<Record<TokenKind, string>> = {
  client: 'telnyxRooms.clientToken:',
  refresh: 'telnyxRooms.refreshToken:',
};

/** The stored tokens of all rooms, each under its room's key. */
export class TokenSecrets {
  constructor(
    private readonly store: SecretStore,
    private readonly logger: Logger,
  ) {}

  /** A room's stored token. Undefined when there is none, or none that can be read or trusted. */
  async read(kind: TokenKind, key: string): Promise<TokenSecret | undefined> {
    const text = await this.store.get(prefixes[kind] + key);
    if (text === undefined) {
      return undefined;
    }
    const secret = parseTokenSecret(text);
    // A record under another room's or another origin's key is not what it claims to be.
    if (secret?.kind !== kind || roomKey(secret.room) !== key) {
      this.logger.warn(`The stored ${kind} token of ${key} can't be read and is ignored.`);
      return undefined;
    }
    return secret;
  }

  async write(secret: TokenSecret): Promise<void> {
    await this.store.store(
      prefixes[secret.kind] + roomKey(secret.room),
      serializeTokenSecret(secret),
    );
  }

  /** Deletes both tokens of a room. */
  async remove(key: string): Promise<void> {
    await Promise.all(Object.values(prefixes).map(prefix => this.store.delete(prefix + key)));
  }

  /** The room's key that a secret's key belongs to, or undefined for another sort of secret. */
  roomKeyOf(secretKey: string): string | undefined {
    const prefix = Object.values(prefixes).find(prefix => secretKey.startsWith(prefix));
    return prefix === undefined ? undefined : secretKey.slice(prefix.length);
  }
}
