/** Whether a host name of a URL is of this machine. To a proxy it would be the proxy's own. */
export function isLoopback(hostname: string): boolean {
  return isLoopbackOfVscode(hostname) || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** Whether it is one of those that VS Code asks no proxy for either; it does for 127.0.0.2. */
export function isLoopbackOfVscode(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
