/** A time to wait, by the machine's clock, in milliseconds. */
export interface Pause {
  readonly since: number;
  readonly length: number;
}

/** When a pause ends. One that would lie in the future, since the clock was set back, is over. */
export function endOfPause(pause: Pause | undefined, now: number): number {
  return pause === undefined || now < pause.since ? -Infinity : pause.since + pause.length;
}
