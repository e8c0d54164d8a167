import { once } from 'node:events';
import { createServer, STATUS_CODES, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { ApiError } from './errorEnvelope';
import { errorReply, toWire } from './reply';

/** An HTTP server that listens. */
export interface LoopbackServer {
  readonly port: number;
  /** Cuts every connection; resolves when the port is free. */
  close(): Promise<void>;
}

/**
 * Starts a server; rejects with Node's error (`EADDRINUSE`, …) when the port cannot be had.
 * `malformedHeaders` are the headers for what does not parse as HTTP and so reaches no handler.
 */
export async function listenOnLoopback(
  host: string,
  port: number,
  handler: RequestListener,
  malformedHeaders: () => Readonly<Record<string, string>>,
): Promise<LoopbackServer> {
  // A missing Host header is the handler's business, which refuses it with a proper envelope.
  const server = createServer(
    { requireHostHeader: false, headersTimeout: 10_000, requestTimeout: 30_000 },
    handler,
  );
  const sockets = new Set<Socket>();
  server.on('connection', socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Clients that vanish are part of a sandbox's life.
    socket.on('error', () => socket.destroy());
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (socket.writable && error.code !== 'ECONNRESET') {
      socket.end(malformedAnswer(malformedHeaders()));
    } else {
      socket.destroy();
    }
  });
  server.listen(port, host);
  await once(server, 'listening');
  // A connection that cannot be accepted (out of descriptors) must not take the host process down.
  server.on('error', () => undefined);
  let closed: Promise<unknown> | undefined;
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      if (!closed) {
        closed = once(server, 'close');
        server.close();
        sockets.forEach(socket => socket.destroy());
      }
      await closed;
    },
  };
}

function malformedAnswer(commonHeaders: Readonly<Record<string, string>>): string {
  const { status, contentType, content } = toWire(
    errorReply(new ApiError(400, '10015', 'This is not a well-formed HTTP request.')),
  );
  const headers = {
    ...commonHeaders,
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(content),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', content].join('\r\n');
}
