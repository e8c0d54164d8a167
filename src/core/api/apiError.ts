/** Why a call did not succeed. The user interface makes the sentence of it. */
export type ApiErrorKind =
  /** 401: the API key, or the lack of one, was not accepted. */
  | 'unauthorized'
  /** 403: the refresh token or the key may not do this. */
  | 'refused'
  /** 404: no such room. */
  | 'notFound'
  /** 400, 422 and other 4xx: something in the request is wrong. */
  | 'invalid'
  /** 429: too many requests. */
  | 'rateLimited'
  /** 5xx. */
  | 'server'
  /** The API could not be reached, or the connection broke. */
  | 'network'
  /** The API's certificate, or a proxy's, is not one to trust. Nothing was sent. */
  | 'certificate'
  /** A proxy wants credentials (407) or lets nobody through. Nothing was sent. */
  | 'proxy'
  /** No whole answer in time. */
  | 'timeout'
  /** The user cancelled. */
  | 'cancelled'
  /** An answer that is not the API's: HTML, a redirect, a missing field. */
  | 'badResponse';

/** What is known of a failed call. Nothing here is the server's free text. */
export interface ApiErrorFacts {
  /** HTTP status, when there was an answer; of the proxy, for the kind `proxy`. */
  readonly status?: number;
  /** Telnyx error code, for example `10010`. */
  readonly code?: string;
  /** The answer's `x-request-id`, for Telnyx support. */
  readonly requestId?: string;
  /** How long to wait before the next try, in seconds (`Retry-After`). */
  readonly retryAfterSeconds?: number;
  /** A system error code, for example `ECONNREFUSED`. */
  readonly systemCode?: string;
}

/** A failed call, safe to log: its message holds the kind and the facts, no secret, no server text. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly kind: ApiErrorKind,
    readonly facts: ApiErrorFacts = {},
  ) {
    super([kind, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' '));
  }
}
