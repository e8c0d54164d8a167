import { ApiError } from './apiError';

/** What Node and undici say of a connection that was there and broke. */
const brokenConnection = new Set([
  'ECONNABORTED',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_SOCKET',
]);

/**
 * Whether a call for a token may have been answered, and the answer was lost on the way: the
 * connection broke, or what came is no whole answer although its status is the API's own (201).
 */
export function wasAnswerLost(error: unknown): boolean {
  if (!(error instanceof ApiError)) {
    return false;
  }
  const { status, systemCode = '' } = error.facts;
  return error.kind === 'network'
    ? brokenConnection.has(systemCode)
    : error.kind === 'badResponse' && status === 201;
}
