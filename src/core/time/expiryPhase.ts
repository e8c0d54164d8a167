import type { TokenKind } from '../tokens/tokenKind';
import type { TokenTimes } from '../tokens/tokenTimes';

/** Where a token stands in its life; `unlimited` when it names no expiry. */
export type ExpiryPhase = 'fresh' | 'expiring' | 'expired' | 'unlimited';

const longestClientWarning = 60_000;
const clientShare = 0.2;

/** Getting a new refresh token takes a person: a tenth of its life, or of the default hour. */
const refreshShare = 0.1;
const refreshWarningUnknown = 360_000;

/**
 * How long before its end a token counts as expiring, in milliseconds. A client token: 60 s, or a
 * fifth of its life when it lives less than five minutes. A refresh token: a tenth of its life.
 */
export function warningWindow(
  { issuedAt, expiresAt }: TokenTimes,
  kind: TokenKind = 'client',
): number {
  const isRefresh = kind === 'refresh';
  if (expiresAt === undefined || issuedAt === undefined) {
    return isRefresh ? refreshWarningUnknown : longestClientWarning;
  }
  const life = Math.max(0, expiresAt - issuedAt);
  return isRefresh ? life * refreshShare : Math.min(longestClientWarning, life * clientShare);
}

/** The phase at `now` (milliseconds since the epoch). A token is expired at its expiry, not after. */
export function expiryPhase(
  times: TokenTimes,
  now: number,
  kind: TokenKind = 'client',
): ExpiryPhase {
  if (times.expiresAt === undefined) {
    return 'unlimited';
  }
  if (hasExpired(times, now)) {
    return 'expired';
  }
  return times.expiresAt - now <= warningWindow(times, kind) ? 'expiring' : 'fresh';
}

/** Whether a token of either kind has ended at `now`. */
export function hasExpired({ expiresAt }: TokenTimes, now: number): boolean {
  return expiresAt !== undefined && expiresAt <= now;
}

/** Milliseconds from `now` until the phase changes, or undefined when it never will. */
export function untilNextPhase(
  times: TokenTimes,
  now: number,
  kind: TokenKind = 'client',
): number | undefined {
  switch (expiryPhase(times, now, kind)) {
    case 'fresh':
      return (times.expiresAt ?? now) - warningWindow(times, kind) - now;
    case 'expiring':
      return (times.expiresAt ?? now) - now;
    case 'expired':
    case 'unlimited':
      return undefined;
  }
}
