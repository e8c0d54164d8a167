/** Limits of a transport: times in milliseconds, sizes in bytes. */
export interface TransportLimits {
  /** Until a connection is there, TLS included. The host's `fetch` has its own limit of 10 s. */
  readonly connect: number;
  readonly answer: number;
}

/** Connecting takes less than half of the time of a call, so that another way can still be tried. */
export const defaultLimits: TransportLimits = { connect: 6000, answer: 1024 * 1024 };

/** How long a call may take over all the transports that it tries, in milliseconds. */
export const defaultCallLimit = 15_000;
