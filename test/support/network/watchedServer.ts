import { once, type EventEmitter } from 'node:events';
import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http';
import { createServer as createHttps, type ServerOptions } from 'node:https';
import type { Socket } from 'node:net';
import type { SessionSource } from '../../../src/net/tlsSessions';
import { listen } from './listening';

/** A server that tells what connections it has. */
export interface WatchedServer {
  /** Without a slash at its end. */
  readonly origin: string;
  /** Every connection that it ever had, once it was there (after the handshake, with TLS). */
  readonly sockets: readonly Socket[];
  /** For each of them, whether it took up an earlier TLS session. */
  readonly resumed: readonly boolean[];
  /** The body of every request, oldest first. */
  readonly requests: readonly string[];
  /** Resolves once there were so many connections. */
  readonly connected: (count: number) => Promise<void>;
  /** Resolves when a connection, counted from 0, is closed. */
  readonly closed: (index: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts one on this machine: with TLS where there are options for that. */
export async function watchServer(
  tls?: ServerOptions,
  answer: RequestListener = (_request, response) => response.end('ok'),
  port = 0,
): Promise<WatchedServer> {
  const requests: string[] = [];
  const sockets: Socket[] = [];
  const resumed: boolean[] = [];
  const respond: RequestListener = (request, response) => {
    void readBody(request).then(body => {
      requests.push(body);
      answer(request, response);
    });
  };
  const server: Server & EventEmitter = tls ? createHttps(tls, respond) : createHttp(respond);
  const event = tls ? 'secureConnection' : 'connection';
  server.on(event, (socket: Socket) => {
    sockets.push(socket);
    resumed.push(tls !== undefined && (socket as Socket & SessionSource).isSessionReused());
    socket.on('error', () => undefined);
  });
  server.on('tlsClientError', () => undefined);
  const { port: used, close } = await listen(server, '127.0.0.1', port);
  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${used}`,
    sockets,
    resumed,
    requests,
    async connected(count) {
      while (sockets.length < count) {
        await once(server, event);
      }
    },
    async closed(index) {
      const socket = sockets[index];
      if (socket && !socket.closed) {
        socket.resume();
        await once(socket, 'close');
      }
    },
    close,
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}
