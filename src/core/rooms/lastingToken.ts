import { hasExpired } from '../time/expiryPhase';
import type { TokenTimes } from '../tokens/tokenTimes';
import type { RoomRecord } from './room';
import { suggestedTtl } from './suggestedTtl';
import { clientTokenTtl } from './tokenTtl';

/** How long a client token should still last when a program gets it, in seconds. */
export const usualMinValidSeconds = 60;

/** Whether a client token lasts that many seconds more; one that names no expiry does. */
export function lastsFor(times: TokenTimes | undefined, seconds: number, now: number): boolean {
  if (times === undefined || hasExpired(times, now)) {
    return false;
  }
  return times.expiresAt === undefined || times.expiresAt - now >= seconds * 1000;
}

/** The TTL in seconds of a room's next client token, where it has to last so many. */
export function lastingTtl(
  record: Pick<RoomRecord, 'lastTtlSeconds' | 'clientToken'>,
  seconds: number,
): number {
  return Math.min(clientTokenTtl.maximum, Math.max(suggestedTtl(record), Math.ceil(seconds)));
}
