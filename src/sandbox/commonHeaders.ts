import { randomUUID } from 'node:crypto';
import { rateLimitHeaders, type RateLimit } from './rateLimit';

/** Headers of every answer, faulty ones included; `skew` (ms) shifts the `Date`. */
export function commonHeaders(
  state: { readonly rateLimit: RateLimit; readonly now: () => number },
  skew = 0,
): Record<string, string> {
  const now = state.now();
  return {
    Date: new Date(now + skew).toUTCString(),
    'x-request-id': randomUUID(),
    ...rateLimitHeaders(state.rateLimit.state(now)),
  };
}
