import type { HttpOutcome } from '../core/api/httpTransport';

const timeoutCodes = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

/**
 * What an error of undici or of Node's sockets means. Only its code is kept of it: a TLS error holds
 * certificates, an undici error the request.
 */
export function failedOutcome(
  error: unknown,
  cancel: AbortSignal,
  deadline: AbortSignal,
): HttpOutcome {
  if (cancel.aborted) {
    return { ok: false, failure: 'cancelled' };
  }
  if (deadline.aborted) {
    return { ok: false, failure: 'timeout' };
  }
  const code = systemCode(error);
  const failure = code !== undefined && timeoutCodes.has(code) ? 'timeout' : 'network';
  return { ok: false, failure, ...(code !== undefined && { systemCode: code }) };
}

/** The code of an error, or of the first one that it holds (Node bundles one per address tried). */
function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) {
    return undefined;
  }
  const { code, errors, cause } = error as { code?: unknown; errors?: unknown; cause?: unknown };
  if (typeof code === 'string' && /^\w{1,64}$/.test(code)) {
    return code;
  }
  return systemCode(Array.isArray(errors) ? errors[0] : cause);
}
