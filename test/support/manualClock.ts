import type { Disposable } from '../../src/core/emitter';
import type { Clock } from '../../src/core/time/clock';

interface Timer {
  /** On the clock that only runs forward, in milliseconds. */
  readonly dueAt: number;
  readonly callback: () => void;
}

const longestTimer = 2 ** 31 - 1;

/**
 * A clock that stands still until a test moves it. As on a real machine, setting the time of day
 * neither fires nor delays a timer: only time that passes does.
 */
export class ManualClock implements Clock {
  private elapsed = 0;
  private readonly pending = new Set<Timer>();

  /** @param time milliseconds since the epoch. */
  constructor(private time: number) {}

  now(): number {
    return this.time;
  }

  schedule(milliseconds: number, callback: () => void): Disposable {
    const delay = Number.isFinite(milliseconds)
      ? Math.min(Math.max(0, milliseconds), longestTimer)
      : longestTimer;
    const timer = { dueAt: this.elapsed + delay, callback };
    this.pending.add(timer);
    return { dispose: () => void this.pending.delete(timer) };
  }

  /** How long each pending timer still has, in milliseconds, the next one first. */
  get timers(): readonly number[] {
    return [...this.pending]
      .map(timer => timer.dueAt - this.elapsed)
      .sort((one, other) => one - other);
  }

  /** Lets time pass: fires what comes due, in order, each at its own moment. */
  advance(milliseconds: number): void {
    const end = this.elapsed + milliseconds;
    for (let timer = this.nextUntil(end); timer !== undefined; timer = this.nextUntil(end)) {
      this.pending.delete(timer);
      this.pass(timer.dueAt - this.elapsed);
      timer.callback();
    }
    this.pass(end - this.elapsed);
  }

  /** Sets the time of day, forward or back, without any time passing. */
  set(time: number): void {
    this.time = time;
  }

  /** Of timers that are due at the same moment, the one that was scheduled first. */
  private nextUntil(end: number): Timer | undefined {
    return [...this.pending]
      .filter(timer => timer.dueAt <= end)
      .sort((one, other) => one.dueAt - other.dueAt)[0];
  }

  private pass(milliseconds: number): void {
    this.elapsed += milliseconds;
    this.time += milliseconds;
  }
}
