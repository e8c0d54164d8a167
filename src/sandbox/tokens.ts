import { randomUUID } from 'node:crypto';
import { ApiError } from './errorEnvelope';
import type { JsonObject } from './parameters';
import type { TokenSigner } from './tokenSigner';

/** What refreshing gives: a client token and its expiry, ISO 8601 UTC without milliseconds. */
export interface ClientToken {
  readonly token: string;
  readonly token_expires_at: string;
}

/** What generating gives: a client token, and the refresh token that gets further ones. */
export interface TokenPair extends ClientToken {
  readonly refresh_token: string;
  readonly refresh_token_expires_at: string;
}

/** Bounds and defaults of the vendor's TTL parameters, in seconds. */
export const clientTokenTtl = { minimum: 10, maximum: 3600, default: 600 };
export const refreshTokenTtl = { minimum: 60, maximum: 86_400, default: 3600 };

/** Issues tokens that join one room, and checks the refresh tokens among them. */
export interface Tokens {
  /** `issuedAt` in milliseconds, TTLs in seconds; a TTL may be negative: expired from the start. */
  issueClientToken(roomId: string, issuedAt: number, seconds: number): ClientToken;
  issuePair(roomId: string, issuedAt: number, seconds: TokenPairTtl): TokenPair;
  /** Throws 403 unless the token is a refresh token of the room that is good at `now` (ms). */
  checkRefreshToken(token: string, roomId: string, now: number): void;
}

/** TTLs of a token pair, in seconds. */
export interface TokenPairTtl {
  readonly client: number;
  readonly refresh: number;
}

/** Tokens of one imaginary user, signed by `signer`. */
export function createTokens(signer: TokenSigner): Tokens {
  const userId = randomUUID();

  function issue(typ: 'access' | 'refresh', roomId: string, issuedAt: number, seconds: number) {
    const iat = Math.floor(issuedAt / 1000);
    const exp = iat + seconds;
    // The vendor's tokens have their claims in this (alphabetical) order.
    const token = signer.sign({
      aud: 'telnyx_access_token',
      exp,
      grants: [
        {
          actions: ['join'],
          resources: [roomResource(roomId)],
          subjects: [`telnyx:users:${userId}`],
        },
      ],
      grants_version: '1.0.0',
      iat,
      iss: 'telnyx_access_token',
      jti: randomUUID(),
      nbf: iat - 1,
      sub: 'null',
      typ,
    });
    return { token, expiresAt: new Date(exp * 1000).toISOString().replace('.000Z', 'Z') };
  }

  function issueClientToken(roomId: string, issuedAt: number, seconds: number): ClientToken {
    const { token, expiresAt } = issue('access', roomId, issuedAt, seconds);
    return { token, token_expires_at: expiresAt };
  }

  return {
    issueClientToken,
    issuePair(roomId, issuedAt, seconds) {
      const refresh = issue('refresh', roomId, issuedAt, seconds.refresh);
      return {
        ...issueClientToken(roomId, issuedAt, seconds.client),
        refresh_token: refresh.token,
        refresh_token_expires_at: refresh.expiresAt,
      };
    },
    checkRefreshToken(token, roomId, now) {
      const claims = signer.verifiedClaims(token);
      if (!claims) {
        throw refused('The refresh token was not issued by this sandbox.');
      }
      if (claims['typ'] !== 'refresh') {
        throw refused('The token is not a refresh token.');
      }
      if (typeof claims['exp'] !== 'number' || claims['exp'] * 1000 <= now) {
        throw refused('The refresh token has expired.');
      }
      if (!grantsRoom(claims, roomId)) {
        throw refused('The refresh token belongs to another room.');
      }
    },
  };
}

function grantsRoom(claims: JsonObject, roomId: string): boolean {
  const grants = Array.isArray(claims['grants']) ? (claims['grants'] as unknown[]) : [];
  return grants.some(grant => {
    const { resources } = (grant ?? {}) as { resources?: unknown };
    return Array.isArray(resources) && resources.includes(roomResource(roomId));
  });
}

function roomResource(roomId: string): string {
  return `telnyx:video:rooms:${roomId}`;
}

function refused(detail: string): ApiError {
  return new ApiError(403, '10010', detail);
}
