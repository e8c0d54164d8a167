import type { Disposable } from '../emitter';
import type { Clock } from './clock';

/** Timers slip when a machine sleeps, so none is trusted for longer than this, in milliseconds. */
export const longestSleep = 30_000;

/** One timer that is set anew again and again; it rings early rather than sleep long. */
export class Alarm implements Disposable {
  private timer: Disposable | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly ring: () => void,
  ) {}

  /** Rings after at most this many milliseconds; `Infinity` means never. Replaces what was set. */
  set(milliseconds: number): void {
    this.timer?.dispose();
    this.timer =
      milliseconds === Infinity
        ? undefined
        : this.clock.schedule(Math.min(Math.max(0, milliseconds), longestSleep), this.ring);
  }

  dispose(): void {
    this.timer?.dispose();
  }
}
