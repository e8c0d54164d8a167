import type { FailedOutcome } from '../api/httpTransport';

/** What came of a step, and how long it took, in whole milliseconds. */
export interface Timed<T> {
  readonly milliseconds: number;
  readonly outcome: T;
}

/** A step that failed: an error code such as `ECONNREFUSED`, and nothing else of the error. */
export interface StepFailure {
  readonly ok: false;
  readonly code: string;
}

/** The addresses of a name, as this machine resolves it. */
export type LookupOutcome =
  { readonly ok: true; readonly addresses: readonly string[] } | StepFailure;

/** A TCP connection to one address. */
export interface ConnectionFact extends Timed<{ readonly ok: true } | StepFailure> {
  readonly address: string;
}

/** A certificate, as far as it tells who stands behind it. */
export interface CertificateFact {
  readonly subject: string;
  readonly issuer: string;
  /** In OpenSSL's words, such as `Nov 23 12:00:00 2026 GMT`. */
  readonly validFrom: string;
  readonly validTo: string;
  /** SHA-256, in hexadecimal with colons. */
  readonly fingerprint: string;
}

/** A TLS handshake; the certificates are known also where they were not accepted. */
export type TlsOutcome = (
  { readonly ok: true; readonly protocol: string; readonly cipher: string } | StepFailure
) & { readonly certificates: readonly CertificateFact[] };

/** What a proxy says when it is asked for the API without a name and password. */
export type ProxyOutcome = { readonly ok: true; readonly status: number } | StepFailure;

/** A request without any secret over one transport. */
export type RequestOutcome =
  | {
      readonly ok: true;
      readonly status: number;
      readonly contentType: string;
      /** The API's clock less this machine's, in milliseconds; undefined when the answer has no date. */
      readonly clockOffset?: number;
    }
  | FailedOutcome;

/** What one transport did with two requests, the second over the connection of the first. */
export interface TransportFact {
  readonly transport: 'undici' | 'vscode';
  readonly requests: readonly Timed<RequestOutcome>[];
}

/** What was found out about the way to an API. */
export interface NetworkFacts {
  /** Origin of the API. */
  readonly origin: string;
  /** The transports that requests to it try, in this order. */
  readonly route: readonly ('undici' | 'vscode')[];
  readonly lookup: Timed<LookupOutcome>;
  /** Straight to the first addresses, whatever proxies are set. */
  readonly connections: readonly ConnectionFact[];
  /** Undefined without TLS, or without a connection. */
  readonly tls?: Timed<TlsOutcome>;
  /** Undefined when no proxy is set for the API, as far as an extension can see. */
  readonly proxy?: { readonly url: string; readonly connect: Timed<ProxyOutcome> };
  readonly transports: readonly TransportFact[];
}
