/** State of the limit, as the `x-ratelimit-*` headers tell it. */
export interface RateLimitState {
  readonly limit: number;
  readonly remaining: number;
  /** Whole seconds, at least 1, until the full limit is there again. */
  readonly resetSeconds: number;
}

const windowMilliseconds = 60_000;

/** A fixed window of a minute, which opens with the first request after the last one closed. */
export class RateLimit {
  readonly #limit: number;
  #openedAt = -Infinity;
  #used = 0;

  constructor(requestsPerMinute: number) {
    this.#limit = requestsPerMinute;
  }

  /** Counts a request at `now` (ms); false when it is over the limit. */
  admit(now: number): boolean {
    if (!this.#isOpen(now)) {
      this.#openedAt = now;
      this.#used = 0;
    }
    if (this.#used >= this.#limit) {
      return false;
    }
    this.#used += 1;
    return true;
  }

  state(now: number): RateLimitState {
    const isOpen = this.#isOpen(now);
    const opened = isOpen ? this.#openedAt : now;
    return {
      limit: this.#limit,
      remaining: this.#limit - (isOpen ? this.#used : 0),
      resetSeconds: Math.max(1, Math.ceil((opened + windowMilliseconds - now) / 1000)),
    };
  }

  /** A clock that was set back closes the window too, or it might stay open for hours. */
  #isOpen(now: number): boolean {
    return now >= this.#openedAt && now < this.#openedAt + windowMilliseconds;
  }
}

/** The vendor's header names. */
export function rateLimitHeaders(state: RateLimitState): Record<string, string> {
  return {
    'x-ratelimit-limit': String(state.limit),
    'x-ratelimit-remaining': String(state.remaining),
    'x-ratelimit-reset': String(state.resetSeconds),
  };
}
