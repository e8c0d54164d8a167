import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { KeyAndCertificate } from './certificates';
import { listen, type Listening } from './listening';

/** An HTTPS server. */
export interface HttpsFront extends Listening {
  /** Method and path of each request, oldest first. */
  readonly requests: readonly string[];
}

/** Starts an HTTPS server that forwards all requests to an HTTP server on this machine. */
export function startHttpsFront(
  { key, cert }: KeyAndCertificate,
  backend: string,
): Promise<HttpsFront> {
  return startHttps({ key, cert }, (incoming, answer) => {
    const { method, url = '', headers } = incoming;
    const { host } = new URL(backend);
    const forwarded = request(new URL(url, backend), {
      method: method ?? 'GET',
      headers: { ...headers, host },
    });
    forwarded.on('response', response => {
      answer.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answer);
    });
    forwarded.on('error', () => incoming.socket.destroy());
    incoming.pipe(forwarded);
  });
}

/** Starts an HTTPS server. */
export async function startHttps(
  { key, cert }: KeyAndCertificate,
  respond: (request: IncomingMessage, answer: ServerResponse) => void,
): Promise<HttpsFront> {
  const requests: string[] = [];
  const server = createServer({ key, cert }, (incoming, answer) => {
    requests.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
    respond(incoming, answer);
  });
  // A client that does not trust the certificate hangs up.
  server.on('tlsClientError', () => undefined);
  return { ...(await listen(server)), requests };
}
