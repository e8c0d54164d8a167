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
export type TransportFailure =
  | 'network'
  /** What answered could not prove to be the host. Nothing was sent. */
  | 'certificate'
  /** A proxy did not let the request through. Nothing was sent. */
  | 'proxy'
  | 'timeout'
  | 'cancelled'
  | 'tooLarge';

/** A whole answer. */
export interface AnsweredOutcome {
  readonly ok: true;
  readonly answer: HttpAnswer;
}

/** Why there is no whole answer. */
export interface FailedOutcome {
  readonly ok: false;
  readonly failure: TransportFailure;
  /** A system error code, for example `ECONNREFUSED`. */
  readonly systemCode?: string;
  /** The HTTP status of the proxy, where that is what failed. */
  readonly proxyStatus?: number;
}

/**
 * What became of a request. Failures are values: whoever sends need not catch anything, and nothing
 * of an error but these facts gets around.
 */
export type HttpOutcome = AnsweredOutcome | FailedOutcome;

/**
 * The one way to the network. A transport follows no redirect, gives up after its own deadline,
 * caps the size of an answer, and keeps nothing between requests that a caller could see. It never
 * rejects.
 */
export interface HttpTransport {
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome>;

  /**
   * Gets ready for a request to the origin of a URL: opens a connection where it can, sends nothing on
   * it, and closes it when the signal is aborted before a request has taken it. Never throws; what
   * fails is left for the request to find out.
   */
  prepare(url: string, signal: AbortSignal): void;
}
