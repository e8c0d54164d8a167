/** One HTTP request. `url` is absolute; header names are in lower case. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back, whatever its status. Header names are in lower case. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Why there was no whole answer. */
export type TransportFailure = 'network' | 'timeout' | 'cancelled' | 'tooLarge';

/**
 * A whole answer, or why there is none. Failures are values: transports live in bundles of their
 * own, where an error class would be another one than the core's.
 */
export type HttpOutcome =
  | { readonly ok: true; readonly answer: HttpAnswer }
  | {
      readonly ok: false;
      readonly failure: TransportFailure;
      /** A system error code, for example `ECONNREFUSED`. */
      readonly systemCode?: string;
    };

/**
 * The one way to the network. A transport follows no redirect, gives up after its own deadline,
 * caps the size of an answer, and keeps nothing between requests that a caller could see. It never
 * rejects.
 */
export interface HttpTransport {
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome>;
}
