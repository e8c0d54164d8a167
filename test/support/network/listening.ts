import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A server that listens, with every connection that it ever had. */
export interface Listening {
  readonly port: number;
  /** How many connections there were so far. */
  readonly connections: () => number;
  /** How many there are now. */
  readonly open: () => number;
  /** Cuts all connections, and goes on to listen. */
  readonly cut: () => void;
  /** Cuts all connections; resolves when the port is free. */
  readonly close: () => Promise<void>;
}

/** Lets a server listen on this machine, on a free port unless told. */
export async function listen(server: Server, host = '127.0.0.1', port = 0): Promise<Listening> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections++;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    open: () => sockets.size,
    cut: () => sockets.forEach(socket => socket.destroy()),
    async close() {
      const closed = once(server, 'close');
      server.close();
      sockets.forEach(socket => socket.destroy());
      await closed;
    },
  };
}
