import type { TokenTimes } from '../tokens/tokenTimes';
import type { RoomRecord } from './room';
import { clientTokenTtl, isTtl, refreshTokenTtl, type TtlBounds } from './tokenTtl';

/**
 * The TTL in seconds for a room's next client token: the last one that was asked for, else the life of
 * its token, else `fallback`.
 */
export function suggestedTtl(
  { lastTtlSeconds, clientToken }: Pick<RoomRecord, 'lastTtlSeconds' | 'clientToken'>,
  fallback: number = clientTokenTtl.default,
): number {
  return lastTtlSeconds ?? lifeOf(clientToken, clientTokenTtl) ?? fallback;
}

/** The same for a room's next refresh token. */
export function suggestedRefreshTtl({
  lastRefreshTtlSeconds,
  refreshToken,
}: Pick<RoomRecord, 'lastRefreshTtlSeconds' | 'refreshToken'>): number {
  return lastRefreshTtlSeconds ?? lifeOf(refreshToken, refreshTokenTtl) ?? refreshTokenTtl.default;
}

function lifeOf(times: TokenTimes | undefined, bounds: TtlBounds): number | undefined {
  const { issuedAt = NaN, expiresAt = NaN } = times ?? {};
  const seconds = Math.round((expiresAt - issuedAt) / 1000);
  return isTtl(seconds, bounds) ? seconds : undefined;
}
