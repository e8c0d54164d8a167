import { createServer as createTcpServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { listen } from '../../support/network/listening';
import type { KeyAndCertificate } from '../../support/network/certificates';
import { clientToken } from '../../support/telnyxTokens';

/** The least that can answer a refresh: no HTTP library, so that what is measured is the clients. */
export interface AnswerServer {
  readonly port: number;
  /** How many TLS handshakes there were, and how many of them resumed a session. */
  readonly handshakes: { all: number; resumed: number };
  close(): Promise<void>;
}

export interface AnswerServerOptions {
  /** Speaks TLS 1.3 with this certificate; plain TCP without one. */
  readonly certificate?: KeyAndCertificate;
  /** Hangs up after each answer, so that every call needs a new connection. */
  readonly hangUp?: boolean;
}

/** Starts a server that answers every request with a new client token of about 1 KB. */
export async function startAnswerServer({
  certificate,
  hangUp = false,
}: AnswerServerOptions): Promise<AnswerServer> {
  const handshakes = { all: 0, resumed: 0 };
  const serve = (socket: Socket) => answerRequests(socket, hangUp);
  const server =
    certificate === undefined
      ? createTcpServer({ noDelay: true }, serve)
      : createTlsServer(
          { ...certificate, minVersion: 'TLSv1.3', noDelay: true },
          (socket: TLSSocket) => {
            handshakes.all++;
            handshakes.resumed += Number(socket.isSessionReused());
            serve(socket);
          },
        );
  return { ...(await listen(server)), handshakes };
}

function answerRequests(socket: Socket, hangUp: boolean): void {
  let received = '';
  socket.setEncoding('latin1');
  socket.on('error', () => undefined);
  socket.on('data', (chunk: string) => {
    received += chunk;
    for (let end = requestEnd(received); end !== undefined; end = requestEnd(received)) {
      const roomId = /\/rooms\/([^/]+)\//.exec(received)?.[1] ?? '';
      received = received.slice(end);
      const answer = refreshAnswer(roomId, hangUp);
      if (hangUp) {
        socket.end(answer);
      } else {
        socket.write(answer);
      }
    }
  });
}

/** Where the first whole request in a text ends. */
function requestEnd(text: string): number | undefined {
  const body = text.indexOf('\r\n\r\n') + 4;
  if (body < 4) {
    return undefined;
  }
  const length = Number(/^content-length: *(\d+)/im.exec(text)?.[1] ?? 0);
  return text.length >= body + length ? body + length : undefined;
}

let issued = 0;

/** Each token ends a second after the one before, so that a new one can be told. */
function refreshAnswer(roomId: string, hangUp: boolean): string {
  const iat = Math.floor(Date.now() / 1000);
  const exp = iat + 3600 + issued++;
  const data = {
    token: clientToken({ iat, exp, padding: 'x'.repeat(200) }, roomId),
    token_expires_at: new Date(exp * 1000).toISOString(),
  };
  const body = JSON.stringify({ data });
  return [
    'HTTP/1.1 201 Created',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    `date: ${new Date().toUTCString()}`,
    `connection: ${hangUp ? 'close' : 'keep-alive'}`,
    '',
    body,
  ].join('\r\n');
}
