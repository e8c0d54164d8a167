import { endOfPause, type Pause } from '../time/pause';
import type { Clock } from '../time/clock';
import { originOf } from './apiBaseUrl';

/** Beyond this, a reset is not believed, in seconds. */
const longestReset = 3600;

interface Limit {
  readonly left: number;
  readonly untilReset: Pause;
}

/**
 * How many more requests each API takes, as its answers tell (`x-ratelimit-remaining`, and
 * `x-ratelimit-reset` in seconds). For what nobody waits for: what a user asks for is sent anyway.
 */
export class RateLimits {
  private readonly limits = new Map<string, Limit>();

  /** @param clock of this machine. */
  constructor(private readonly clock: Clock) {}

  /** Learns from the headers of an answer. */
  observe(url: string, headers: Readonly<Record<string, string>>): void {
    const left = count(headers['x-ratelimit-remaining']);
    const reset = count(headers['x-ratelimit-reset']);
    if (left === undefined || reset === undefined) {
      this.limits.delete(originOf(url));
      return;
    }
    const length = Math.min(reset, longestReset) * 1000;
    this.limits.set(originOf(url), { left, untilReset: { since: this.clock.now(), length } });
  }

  /** How many more requests an API takes at the moment; `Infinity` when that is not known. */
  left(baseUrl: string): number {
    const limit = this.limits.get(originOf(baseUrl));
    const now = this.clock.now();
    return limit === undefined || endOfPause(limit.untilReset, now) <= now ? Infinity : limit.left;
  }

  /** When an API takes requests again, in milliseconds since the epoch; `-Infinity` while it does. */
  freeAt(baseUrl: string): number {
    const limit = this.limits.get(originOf(baseUrl));
    return limit?.left === 0 ? endOfPause(limit.untilReset, this.clock.now()) : -Infinity;
  }
}

function count(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,9}$/.test(header) ? Number(header) : undefined;
}
