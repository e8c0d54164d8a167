import { once } from 'node:events';
import { connect as connectPlain } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ProxyOutcome } from '../../core/network/networkFacts';
import { stepFailure } from './stepFailure';

/**
 * Asks a proxy for a connection to the API as nobody in particular: no name or password is sent. The
 * connection is closed as soon as there is an answer.
 */
export async function probeProxy(
  proxy: string,
  api: URL,
  signal: AbortSignal,
): Promise<ProxyOutcome> {
  const url = parseProxy(proxy);
  if (url === undefined) {
    return { ok: false, code: 'not an http or https proxy' };
  }
  const host = withoutBrackets(url.hostname);
  const isTls = url.protocol === 'https:';
  const port = Number(url.port || (isTls ? 443 : 80));
  const socket = isTls
    ? connectTls({ host, port, servername: host, rejectUnauthorized: true })
    : connectPlain({ host, port });
  socket.on('error', () => undefined);
  try {
    await once(socket, isTls ? 'secureConnect' : 'connect', { signal });
    const target = `${api.hostname}:${api.port || '443'}`;
    socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);
    const [start] = (await once(socket, 'data', { signal })) as [Buffer];
    const status = /^HTTP\/1\.\d (\d{3})\b/.exec(start.toString('latin1'))?.[1];
    return status === undefined
      ? { ok: false, code: 'no answer in HTTP' }
      : { ok: true, status: Number(status) };
  } catch (error) {
    return stepFailure(error, signal);
  } finally {
    socket.destroy();
  }
}

/** The name of a host as sockets take it: an IPv6 address without the brackets of a URL. */
export function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** A proxy may be written without its protocol, as `HOST:PORT`. */
function parseProxy(text: string): URL | undefined {
  const whole = /^\w+:\/\//.test(text) ? text : `http://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined;
}
