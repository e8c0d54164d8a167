import { Emitter } from '../emitter';
import type { Clock } from '../time/clock';

/** Whether the user looks at this window, and since when not. The host tells it. */
export class WindowFocus {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;

  /** In milliseconds since the epoch; undefined while the window has the focus. */
  private lostAt: number | undefined;

  constructor(private readonly clock: Clock) {}

  get isFocused(): boolean {
    return this.lostAt === undefined;
  }

  set(isFocused: boolean): void {
    if (isFocused !== this.isFocused) {
      this.lostAt = isFocused ? undefined : this.clock.now();
      this.changed.fire();
    }
  }

  /** When the window will have been without focus for so many milliseconds; `Infinity` with focus. */
  awayFor(milliseconds: number): number {
    if (this.lostAt === undefined) {
      return Infinity;
    }
    // After the clock was set back, the time without focus counts from then.
    this.lostAt = Math.min(this.lostAt, this.clock.now());
    return this.lostAt + milliseconds;
  }
}
