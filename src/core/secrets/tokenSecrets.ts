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
  private readonly warnedOf = new Set<string>();

  constructor(
    private readonly store: SecretStore,
    private readonly logger: Logger,
  ) {}

  /** Which tokens of which rooms are stored, without reading any; undefined where nobody can tell. */
  async stored(): Promise<ReadonlyMap<string, readonly TokenKind[]> | undefined> {
    const keys = await this.store.keys();
    if (keys === undefined) {
      return undefined;
    }
    const kinds = new Map<string, readonly TokenKind[]>();
    for (const secretKey of keys) {
      const token = tokenOf(secretKey);
      if (token !== undefined) {
        kinds.set(token.roomKey, [...(kinds.get(token.roomKey) ?? []), token.kind]);
      }
    }
    return kinds;
  }

  /** A room's stored token. Undefined when there is none, or none that can be read or trusted. */
  async read(kind: TokenKind, key: string): Promise<TokenSecret | undefined> {
    const text = await this.store.get(prefixes[kind] + key);
    if (text === undefined) {
      return undefined;
    }
    const secret = parseTokenSecret(text);
    // A record under another room's or another origin's key is not what it claims to be.
    if (secret?.kind !== kind || roomKey(secret.room) !== key) {
      this.warn(kind, key);
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
    return tokenOf(secretKey)?.roomKey;
  }

  /** Says once of each secret that it can't be used. */
  private warn(kind: TokenKind, key: string): void {
    if (!this.warnedOf.has(prefixes[kind] + key)) {
      this.warnedOf.add(prefixes[kind] + key);
      this.logger.warn(`The stored ${kind} token of ${key} can't be read and is ignored.`);
    }
  }
}

/** What a secret's key says of it; undefined for another sort of secret. */
function tokenOf(secretKey: string): { kind: TokenKind; roomKey: string } | undefined {
  for (const kind of ['client', 'refresh'] as const) {
    if (secretKey.startsWith(prefixes[kind])) {
      return { kind, roomKey: secretKey.slice(prefixes[kind].length) };
    }
  }
  return undefined;
}
