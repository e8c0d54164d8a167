import type { ApiErrorKind } from '../../src/core/api/apiError';
import type { Fault } from '../../src/sandbox/startSandbox';

/** A fault of the sandbox, and what it is for a call. */
export interface FaultCase {
  readonly name: string;
  readonly fault: Fault;
  /** Undefined where the call succeeds all the same. */
  readonly kind: ApiErrorKind | undefined;
  /** Whether a refresh that a user asked for is repeated once by itself. */
  readonly losesAnswer?: boolean;
}

/** Every kind of fault that the sandbox has; a test compares the kinds with those of `Fault`. */
export const faultCases: readonly FaultCase[] = [
  { name: '401', fault: { kind: 'status', status: 401 }, kind: 'unauthorized' },
  { name: '403', fault: { kind: 'status', status: 403 }, kind: 'refused' },
  { name: '404', fault: { kind: 'status', status: 404 }, kind: 'notFound' },
  { name: '422', fault: { kind: 'status', status: 422 }, kind: 'invalid' },
  { name: '429', fault: { kind: 'status', status: 429 }, kind: 'rateLimited' },
  {
    name: '429 with Retry-After',
    fault: { kind: 'status', status: 429, retryAfterSeconds: 30 },
    kind: 'rateLimited',
  },
  { name: '500', fault: { kind: 'status', status: 500 }, kind: 'server' },
  { name: "a gateway's page", fault: { kind: 'html' }, kind: 'server' },
  { name: "a captive portal's page", fault: { kind: 'html', status: 200 }, kind: 'badResponse' },
  { name: 'an empty answer', fault: { kind: 'empty' }, kind: 'badResponse', losesAnswer: true },
  {
    name: 'half an answer',
    fault: { kind: 'truncatedJson' },
    kind: 'badResponse',
    losesAnswer: true,
  },
  {
    name: 'missing fields',
    fault: { kind: 'missingFields' },
    kind: 'badResponse',
    losesAnswer: true,
  },
  { name: 'a huge answer', fault: { kind: 'hugeBody' }, kind: 'badResponse' },
  { name: 'markup', fault: { kind: 'markup' }, kind: 'invalid' },
  {
    name: 'a redirect',
    fault: { kind: 'redirect', location: 'http://127.0.0.1:9/' },
    kind: 'badResponse',
  },
  { name: 'a reset connection', fault: { kind: 'reset' }, kind: 'network', losesAnswer: true },
  { name: 'no answer', fault: { kind: 'delay', milliseconds: 60_000 }, kind: 'timeout' },
  { name: 'a clock ahead', fault: { kind: 'clockSkew', milliseconds: 180_000 }, kind: undefined },
  { name: 'a clock behind', fault: { kind: 'clockSkew', milliseconds: -180_000 }, kind: undefined },
  { name: 'tokens that have ended', fault: { kind: 'tokenLife', seconds: -60 }, kind: undefined },
];

/** Every kind of fault: the compiler says which one is missing here, a test which one above. */
export const faultKinds: Readonly<Record<Fault['kind'], true>> = {
  clockSkew: true,
  delay: true,
  empty: true,
  html: true,
  hugeBody: true,
  markup: true,
  missingFields: true,
  redirect: true,
  reset: true,
  status: true,
  tokenLife: true,
  truncatedJson: true,
};
