import type { TokenTimes } from '../tokens/tokenTimes';

/** A client token is refreshed when this share of its TTL is left … */
const share = 0.2;
/** … but never later than this before its end, in milliseconds, so that an app can still take it … */
const shortestLead = 3000;
/** … and never earlier than this. */
const longestLead = 60_000;

/** How long before its end a client token is refreshed, in milliseconds. */
export function refreshLead({ issuedAt, expiresAt }: TokenTimes): number {
  if (issuedAt === undefined || expiresAt === undefined) {
    return longestLead;
  }
  return Math.min(longestLead, Math.max(shortestLead, (expiresAt - issuedAt) * share));
}

/**
 * When a client token is due for a refresh, by the clock of its API (milliseconds since the epoch);
 * `Infinity` when it has no end.
 */
export function refreshDue(times: TokenTimes): number {
  return times.expiresAt === undefined ? Infinity : times.expiresAt - refreshLead(times);
}
