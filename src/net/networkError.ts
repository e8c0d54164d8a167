/** What is kept of an error of undici, `fetch` or Node's sockets. */
export interface NetworkError {
  /** The code of the error, or of the first one inside that has one. */
  readonly code?: string;
  /** The status with which a proxy answered `CONNECT`, where it was none of the 2xx. */
  readonly proxyStatus?: number;
  /** Whether it tells that there was no connection yet. */
  readonly connecting: boolean;
}

/**
 * Takes the facts out of an error, and nothing else: a TLS error holds certificates, an undici error
 * the request. `fetch` wraps its errors, and Node bundles one per address that it tried.
 */
export function readNetworkError(error: unknown): NetworkError {
  if (typeof error !== 'object' || error === null) {
    return { connecting: false };
  }
  const { code, syscall, message, errors, cause } = error as Readonly<Record<string, unknown>>;
  if (typeof code !== 'string' || !/^\w{1,64}$/.test(code)) {
    return readNetworkError(Array.isArray(errors) ? errors[0] : cause);
  }
  // The text of undici's ProxyAgent, which gives the status in no other way.
  const status = /^Proxy response \((\d{3})\)/.exec(
    typeof message === 'string' ? message : '',
  )?.[1];
  const tried: unknown[] = Array.isArray(errors) ? errors : [];
  return {
    code,
    ...(code === 'UND_ERR_ABORTED' && status !== undefined && { proxyStatus: Number(status) }),
    connecting:
      code === 'UND_ERR_CONNECT_TIMEOUT' ||
      syscall === 'connect' ||
      syscall === 'getaddrinfo' ||
      (tried.length > 0 && tried.every(each => readNetworkError(each).connecting)),
  };
}
