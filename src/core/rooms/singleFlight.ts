import { ApiError } from '../api/apiError';
import { untilCancelled } from '../untilCancelled';

interface Flight<T> {
  readonly result: Promise<T>;
  readonly abort: AbortController;
  callers: number;
}

/** At most one piece of work per key at a time: whoever asks meanwhile gets the same result. */
export class SingleFlight<T> {
  private readonly flights = new Map<string, Flight<T>>();

  /** Whether work is under way for a key. */
  has(key: string): boolean {
    return this.flights.has(key);
  }

  /**
   * Starts the work, or joins it. A caller that cancels is let go at once (an `ApiError` of kind
   * `cancelled`); the work itself is aborted when its last caller has gone.
   */
  async run(
    key: string,
    signal: AbortSignal,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (signal.aborted) {
      throw new ApiError('cancelled');
    }
    const underWay = this.flights.get(key);
    if (underWay?.abort.signal.aborted) {
      // Cancelled by its callers and not at rest yet: nothing to join, and not to run beside.
      await untilCancelled(
        underWay.result.catch(() => undefined),
        signal,
      );
      return this.run(key, signal, start);
    }
    const flight = underWay ?? this.start(key, start);
    flight.callers++;
    try {
      return await untilCancelled(flight.result, signal);
    } finally {
      flight.callers--;
      if (flight.callers === 0) {
        flight.abort.abort();
      }
    }
  }

  /** Aborts the work for a key, if any, and waits until it has come to rest. */
  async stop(key: string): Promise<void> {
    const flight = this.flights.get(key);
    flight?.abort.abort();
    await flight?.result.catch(() => undefined);
  }

  /** Stops the work for every key. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.flights.keys()].map(key => this.stop(key)));
  }

  private start(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const abort = new AbortController();
    const result = start(abort.signal).finally(() => this.flights.delete(key));
    // Callers that have gone no longer listen: a late failure must not count as unhandled.
    result.catch(() => undefined);
    const flight: Flight<T> = { result, abort, callers: 0 };
    this.flights.set(key, flight);
    return flight;
  }
}
