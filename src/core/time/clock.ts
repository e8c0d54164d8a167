import type { Disposable } from '../emitter';

/** The only source of time: tests drive it by hand. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once after at least `milliseconds` (clamped to what a timer can hold). */
  schedule(milliseconds: number, callback: () => void): Disposable;
}

/** Node fires a longer timer after 1 ms: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const longestTimer = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(milliseconds, callback) {
    const delay = Number.isFinite(milliseconds)
      ? Math.min(Math.max(0, milliseconds), longestTimer)
      : longestTimer;
    const timer = setTimeout(callback, delay);
    return { dispose: () => clearTimeout(timer) };
  },
};
