import { originOf } from '../api/apiBaseUrl';
import { Emitter } from '../emitter';
import type { Clock } from './clock';

/** Differences below this are the header's own coarseness (whole seconds) and the way of an answer. */
const smallestOffset = 2000;

/** `Date` says whole seconds, cut off: on average it is half of one behind. */
const halfSecond = 500;

/** An IMF-fixdate (RFC 9110, section 5.6.7); `Date.parse` makes a date of much else. */
const httpDate = /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * What time it is for the servers that judge tokens. Each API's clock is known from the `Date` header
 * of its answers (RFC 9110, section 6.6.1), and taken to be this machine's until one has come. When
 * this machine's clock is set back, theirs are taken to run on.
 */
export class ServerClocks {
  /** By origin, what its clock was ahead when this machine's had never been set back. */
  private readonly offsets = new Map<string, number>();
  /** By how much this machine's clock was set back since the start. */
  private setBack = 0;
  private seen = -Infinity;

  private readonly changed = new Emitter<void>();
  /** Fires when an API's clock turned out to be another than thought. */
  readonly onDidChange = this.changed.event;

  /** @param machine the clock of this machine. */
  constructor(readonly machine: Clock) {}

  /** The time at an API, in milliseconds since the epoch. */
  now(baseUrl: string): number {
    return this.machineNow() + this.offset(baseUrl);
  }

  /** Milliseconds by which an API's clock is ahead of this machine's; 0 while they agree. */
  offset(baseUrl: string): number {
    this.machineNow();
    const offset = this.offsets.size === 0 ? undefined : this.offsets.get(originOf(baseUrl));
    return (offset ?? 0) + this.setBack;
  }

  /** Learns from an answer: its `Date` header, and when the request went out, by this machine. */
  observe(url: string, date: string | undefined, sentAt: number): void {
    const answeredAt = this.machineNow();
    const served = httpDate.test(date ?? '') ? Date.parse(date ?? '') : NaN;
    if (Number.isNaN(served) || answeredAt < sentAt) {
      return;
    }
    const measured = served + halfSecond - (sentAt + answeredAt) / 2;
    const tolerance = smallestOffset + (answeredAt - sentAt) / 2;
    const offset = Math.abs(measured) < tolerance ? 0 : measured;
    // Measured anew with each answer, it would tremble: only a real change counts.
    if (Math.abs(offset - this.offset(url)) >= smallestOffset) {
      this.offsets.set(originOf(url), offset - this.setBack);
      this.changed.fire();
    }
  }

  /** The machine's time, and a look whether it was set back since the last time. */
  private machineNow(): number {
    const now = this.machine.now();
    if (now < this.seen - smallestOffset) {
      this.setBack += this.seen - now;
    }
    this.seen = now;
    return now;
  }
}
