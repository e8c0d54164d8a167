import type { RoomRecord } from '../../../src/core/rooms/room';
import { roomKey } from '../../../src/core/rooms/roomIdentity';
import { serializeTokenSecret } from '../../../src/core/secrets/tokenSecret';
import type { TokenKind } from '../../../src/core/tokens/tokenKind';
import { makeJwt } from '../../support/makeJwt';
import { refreshToken } from '../../support/telnyxTokens';

/** What an extension has stored: its `globalState`, and its secrets. */
export interface StoredData {
  readonly state: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** Client tokens that outlast any run, so that the status bar counts down all the while. */
const lifeSeconds = 3600;

/** The id of the room of this number. */
export function seededRoomId(index: number): string {
  return `9e2a0cbe-ce66-411e-a1ac-${String(index).padStart(12, '0')}`;
}

/**
 * What the extension has stored when it has got so many rooms their tokens. The first room has a
 * refresh token too, and its API is agreed to. Client tokens hold nothing but their times: this VS Code
 * writes all secrets anew with each one.
 */
export function seedRooms(count: number, baseUrl: string): StoredData {
  const iat = Math.floor(Date.now() / 1000);
  const state: Record<string, unknown> = {
    'telnyxRooms.trustedOrigins': [new URL(baseUrl).origin],
  };
  const secrets: Record<string, string> = {};
  for (let index = 0; index < count; index++) {
    const id = seededRoomId(index);
    const room = { id, baseUrl, name: `room-${String(index).padStart(4, '0')}`, sandbox: false };
    const key = roomKey(room);
    const claims = { iat, exp: iat + lifeSeconds + index };
    const times = { issuedAt: claims.iat * 1000, expiresAt: claims.exp * 1000 };
    const keep = (kind: TokenKind, token: string) => {
      secrets[`telnyxRooms.${kind}Token:${key}`] = serializeTokenSecret({
        kind,
        room,
        token,
        times,
      });
    };
    keep('client', makeJwt(claims));
    const record: RoomRecord = { ...room, lastTtlSeconds: lifeSeconds, clientToken: times };
    state[`telnyxRooms.room:${key}`] = index === 0 ? { ...record, refreshToken: times } : record;
    if (index === 0) {
      keep('refresh', refreshToken(claims, id));
    }
  }
  return { state, secrets };
}
