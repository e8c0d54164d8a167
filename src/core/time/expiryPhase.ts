import type { TokenTimes } from '../tokens/tokenTimes';

/** Where a token stands in its life; `unlimited` when it names no expiry. */
export type ExpiryPhase = 'fresh' | 'expiring' | 'expired' | 'unlimited';

const longestWarning = 60_000;
const warningShare = 0.2;

/**
 * How long before its end a token counts as expiring, in milliseconds: 60 s, or a fifth of its life
 * when it lives less than five minutes.
 */
export function warningWindow(times: TokenTimes): number {
  if (times.expiresAt === undefined || times.issuedAt === undefined) {
    return longestWarning;
  }
  const life = Math.max(0, times.expiresAt - times.issuedAt);
  return Math.min(longestWarning, life * warningShare);
}

/** The phase at `now` (milliseconds since the epoch). A token is expired at its expiry, not after. */
export function expiryPhase(times: TokenTimes, now: number): ExpiryPhase {
  if (times.expiresAt === undefined) {
    return 'unlimited';
  }
  const remaining = times.expiresAt - now;
  if (remaining <= 0) {
    return 'expired';
  }
  return remaining <= warningWindow(times) ? 'expiring' : 'fresh';
}

/** Milliseconds from `now` until the phase changes, or undefined when it never will. */
export function untilNextPhase(times: TokenTimes, now: number): number | undefined {
  switch (expiryPhase(times, now)) {
    case 'fresh':
      return (times.expiresAt ?? now) - warningWindow(times) - now;
    case 'expiring':
      return (times.expiresAt ?? now) - now;
    case 'expired':
    case 'unlimited':
      return undefined;
  }
}
