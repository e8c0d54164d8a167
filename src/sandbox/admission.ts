import { ApiError } from './errorEnvelope';
import type { RateLimit } from './rateLimit';
import { errorReply, type Reply } from './reply';

/**
 * A 403 unless the `Host` header names this machine. A web page can point a name of its own at
 * 127.0.0.1 (DNS rebinding) and would then be allowed to read what the sandbox answers.
 */
export function refuseForeignHost(host: string | undefined): Reply | undefined {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host ?? '')
    ? undefined
    : errorReply(new ApiError(403, '10010', 'The sandbox answers to loopback host names only.'));
}

/** Counts a request at `now` (ms): a 429 with `Retry-After` when it is over the limit. */
export function refuseOverLimit(rateLimit: RateLimit, now: number): Reply | undefined {
  return rateLimit.admit(now)
    ? undefined
    : errorReply(
        new ApiError(429, '10011', 'The rate limit of the sandbox is used up.', {
          headers: { 'Retry-After': String(rateLimit.state(now).resetSeconds) },
        }),
      );
}
