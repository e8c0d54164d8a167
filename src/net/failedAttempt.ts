import { abortCause } from './abortCause';
import type { FailedAttempt } from './attempt';
import { readNetworkError, type NetworkError } from './networkError';

const timeoutCodes = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

/** OpenSSL's reasons as Node names them, a wrong host name, and undici's for one of a proxy. */
const certificateCode =
  /^(?:CERT_|CRL_|UNABLE_TO_|ERROR_IN_C|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_EXCEEDED$|HOSTNAME_MISMATCH$|ERR_TLS_CERT_ALTNAME_INVALID$|UND_ERR_PRX_TLS$)/;

/**
 * What an error of a transport means. A signal that was aborted says more than the error.
 *
 * @param beforeSending when the transport knows that nothing was sent, even if the error doesn't tell
 */
export function failedAttempt(
  error: unknown,
  signal: AbortSignal,
  beforeSending = false,
): FailedAttempt {
  if (signal.aborted) {
    return { ok: false, failure: abortCause(signal), unsent: false };
  }
  const facts = readNetworkError(error);
  const { code, proxyStatus, connecting } = facts;
  const failure = failureOf(facts);
  return {
    ok: false,
    failure,
    ...(proxyStatus !== undefined ? { proxyStatus } : code !== undefined && { systemCode: code }),
    // Certificates are checked, and proxies asked, before the request.
    unsent: beforeSending || connecting || failure === 'certificate' || failure === 'proxy',
  };
}

function failureOf({
  code = '',
  proxyStatus,
}: NetworkError): 'certificate' | 'network' | 'proxy' | 'timeout' {
  if (proxyStatus !== undefined) {
    return 'proxy';
  }
  if (certificateCode.test(code)) {
    return 'certificate';
  }
  return timeoutCodes.has(code) ? 'timeout' : 'network';
}
