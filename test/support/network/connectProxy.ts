import type { IncomingMessage } from 'node:http';
import { createProxy } from 'proxy';
import { listen, type Listening } from './listening';

/** A CONNECT proxy on this machine. */
export interface ConnectProxy extends Listening {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What was asked for, `HOST:PORT` each, refused or not. */
  readonly targets: string[];
  /** What clients sent as `Proxy-Authorization`. */
  readonly authorizations: readonly (string | undefined)[];
}

/** How a proxy behaves; by default it lets everybody through. */
export interface ProxyBehaviour {
  /** `NAME:PASSWORD` that it wants (Basic). */
  readonly credentials?: string;
  /** An HTML page with a status that it gives instead of a connection. */
  readonly page?: number;
}

/**
 * Starts a proxy. Whatever name it is asked for, it connects to this machine: hosts that no resolver
 * knows, and that only somebody behind the proxy can reach.
 */
export async function startConnectProxy(
  behaviour: () => ProxyBehaviour = () => ({}),
): Promise<ConnectProxy> {
  const targets: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createProxy();
  const [connect] = server.listeners('connect');
  server.removeAllListeners('connect');
  server.on('connect', (request: IncomingMessage, socket, head) => {
    targets.push(request.url ?? '');
    authorizations.push(request.headers['proxy-authorization']);
    const { page } = behaviour();
    if (page !== undefined) {
      const html = '<html><title>Sign in</title></html>';
      socket.end(
        `HTTP/1.1 ${page} Blocked\r\ncontent-type: text/html\r\ncontent-length: ${html.length}\r\n\r\n${html}`,
      );
      return;
    }
    request.url = request.url?.replace(/^.*(?=:\d+$)/, '127.0.0.1') ?? '';
    connect?.call(server, request, socket, head);
  });
  server.authenticate = ({ headers }) => {
    const { credentials } = behaviour();
    const expected = `Basic ${Buffer.from(credentials ?? '').toString('base64')}`;
    return credentials === undefined || headers['proxy-authorization'] === expected;
  };
  const listening = await listen(server);
  return { ...listening, url: `http://127.0.0.1:${listening.port}`, targets, authorizations };
}
