import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { refreshRequest, type Client } from './client';
import type { ClientTarget } from './clientJobs';

/** The floor: a socket that is kept, the bytes of the request written, those of the answer counted. */
export function openRawSocketClient({ origin, authority }: ClientTarget): Client {
  const { protocol, hostname, port, host } = new URL(origin);
  const { method, url, headers, body } = refreshRequest(origin);
  const head = [
    `${method} ${new URL(url).pathname} HTTP/1.1`,
    `host: ${host}`,
    'connection: keep-alive',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  const bytes = Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
  let socket: Socket | undefined;

  const open = async (): Promise<Socket> => {
    const target = { host: hostname, port: Number(port) };
    const opened =
      protocol === 'https:' ? connectTls({ ...target, ca: authority }) : connectTcp(target);
    opened.setNoDelay(true);
    opened.once('close', () => (socket = undefined));
    await once(opened, protocol === 'https:' ? 'secureConnect' : 'connect');
    return opened;
  };

  return {
    async refresh() {
      socket ??= await open();
      const answered = wholeAnswer(socket);
      socket.write(bytes);
      await answered;
    },
    openAhead: undefined,
    async close() {
      if (socket !== undefined) {
        socket.destroy();
        await once(socket, 'close');
      }
    },
  };
}

/** Resolves when as many bytes of a body have come as the answer's head says. */
function wholeAnswer(socket: Socket): Promise<void> {
  let received: Buffer = Buffer.alloc(0);
  return new Promise((resolve, reject) => {
    const onClose = () => reject(new Error('The server hung up.'));
    const onData = (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const end = received.indexOf('\r\n\r\n');
      const length = /content-length: (\d+)/i.exec(received.toString('latin1', 0, end))?.[1];
      if (end >= 0 && received.length >= end + 4 + Number(length)) {
        socket.off('data', onData);
        socket.off('close', onClose);
        resolve();
      }
    };
    socket.on('data', onData);
    socket.once('close', onClose);
  });
}
