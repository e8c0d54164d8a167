import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { UndiciTransport } from '../../../src/net/undiciTransport';
import { loadBundledTransport } from '../../support/network/bundledTransport';
import {
  createAuthority,
  issueCertificate,
  type KeyAndCertificate,
} from '../../support/network/certificates';
import { trustAuthority } from '../../support/network/trustAuthority';
import { watchServer, type WatchedServer } from '../../support/network/watchedServer';

const { signal: never } = new AbortController();
const lasting = () => new AbortController().signal;
const bundled = await loadBundledTransport();
const answered = { ok: true, answer: { status: 200, body: 'ok' } };

let authority: KeyAndCertificate;
let certificate: KeyAndCertificate;

beforeAll(async () => {
  authority = await createAuthority('Ours');
  certificate = await issueCertificate(authority, ['127.0.0.1']);
});

describe.each([
  ['http', UndiciTransport],
  ['https', UndiciTransport],
  ['https, as it is packaged', bundled.UndiciTransport],
])('A connection that is opened ahead, %s', (scheme, Transport) => {
  let server: WatchedServer;
  let transport: UndiciTransport;

  const serve = () => watchServer(scheme === 'http' ? undefined : certificate);
  /** Sends, and waits until undici has the connection free again: a turn after the answer. */
  const post = async (origin = server.origin) => {
    const outcome = await transport.send(
      { method: 'POST', url: `${origin}/v2`, headers: {}, body: '{}' },
      never,
    );
    await new Promise(resolve => setTimeout(resolve, 1));
    return outcome;
  };

  /** Lets whatever is on its way arrive: the connection to another server comes after it. */
  const roundTrip = async () => {
    const other = await serve();
    transport.prepare(other.origin, lasting());
    await other.connected(1);
    await other.close();
  };

  beforeEach(async () => {
    trustAuthority(authority.cert);
    server = await serve();
    transport = new Transport({ connect: 2000, answer: 1000 });
  });
  afterEach(async () => {
    await transport.close();
    await server.close();
    vi.restoreAllMocks();
  });

  it('is there before the request, and carries it', async () => {
    transport.prepare(`${server.origin}/v2`, lasting());
    await server.connected(1);
    expect(server.requests).toEqual([]);
    expect(await post()).toMatchObject(answered);
    expect(await post()).toMatchObject(answered);
    expect([server.sockets.length, server.requests.length]).toEqual([1, 2]);
  });

  it('carries a request that comes while it is being opened', async () => {
    transport.prepare(server.origin, lasting());
    expect(await post()).toMatchObject(answered);
    expect(server.sockets).toHaveLength(1);
  });

  it('is one, however many want it, until all of them have given it up', async () => {
    const [one, other] = [new AbortController(), new AbortController()];
    transport.prepare(server.origin, one.signal);
    transport.prepare(server.origin, other.signal);
    transport.prepare(server.origin, one.signal);
    await server.connected(1);
    one.abort();
    expect(await post()).toMatchObject(answered);
    expect(server.sockets).toHaveLength(1);
    other.abort();
    expect(await post()).toMatchObject(answered);
    expect(server.sockets).toHaveLength(1);
  });

  it('is closed when it is given up, and sends nothing', async () => {
    const cancel = new AbortController();
    transport.prepare(server.origin, cancel.signal);
    await server.connected(1);
    cancel.abort();
    await server.closed(0);
    transport.prepare(server.origin, cancel.signal);
    expect(await post()).toMatchObject(answered);
    expect([server.sockets.length, server.requests.length]).toEqual([2, 1]);
  });

  it('is not used when it was given up while it was being opened', async () => {
    const cancel = new AbortController();
    transport.prepare(server.origin, cancel.signal);
    cancel.abort();
    expect(await post()).toMatchObject(answered);
    expect(server.requests).toHaveLength(1);
  });

  it('is closed with the transport', async () => {
    transport.prepare(server.origin, lasting());
    await server.connected(1);
    await transport.close();
    await server.closed(0);
  });

  it.each([
    ['ended', 'end'],
    ['reset', 'resetAndDestroy'],
  ] as const)(
    'that the server has %s is replaced, and the request sent once',
    async (_how, cut) => {
      transport.prepare(server.origin, lasting());
      await server.connected(1);
      // Below TLS there is no reset to be had.
      server.sockets[0]?.[scheme === 'http' ? cut : 'destroy']();
      await roundTrip();
      expect(await post()).toMatchObject(answered);
      expect([server.sockets.length, server.requests.length]).toEqual([2, 1]);
    },
  );

  it('that the server has just closed, which was not heard of yet, is replaced too', async () => {
    transport.prepare(server.origin, lasting());
    await server.connected(1);
    const [socket] = server.sockets;
    socket?.destroy();
    // Goes on in the same turn of the event loop, before that looks for what has come.
    await new Promise<void>(resolve => socket?.once('close', () => resolve()));
    expect(await post()).toMatchObject(answered);
    expect([server.sockets.length, server.requests.length]).toEqual([2, 1]);
  });

  it('is opened again for whoever asks again after the server has closed it', async () => {
    const owner = new AbortController();
    transport.prepare(server.origin, owner.signal);
    await server.connected(1);
    server.sockets[0]?.destroy();
    while (server.sockets.length < 2) {
      transport.prepare(server.origin, owner.signal);
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(await post()).toMatchObject(answered);
    expect(server.sockets).toHaveLength(2);
  });

  it('on which something came that nobody asked for gives no answer', async () => {
    transport.prepare(server.origin, lasting());
    await server.connected(1);
    server.sockets[0]?.write('HTTP/1.1 408 Request Timeout\r\ncontent-length: 4\r\n\r\nlate');
    await server.closed(0);
    expect(await post()).toMatchObject(answered);
    expect([server.sockets.length, server.requests.length]).toEqual([2, 1]);
  });

  it('that does not come about is nobody’s error before the request', async () => {
    const { origin } = server;
    await server.close();
    transport.prepare(origin, lasting());
    const failed = { ok: false, failure: 'network', systemCode: 'ECONNREFUSED', unsent: true };
    expect(await post(origin)).toEqual(failed);
    expect(await post(origin)).toEqual(failed);
    server = await serve();
  });

  it('waits where a request has left one open, and replaces that when it is closed', async () => {
    expect(await post()).toMatchObject(answered);
    transport.prepare(server.origin, lasting());
    expect(server.sockets).toHaveLength(1);
    server.sockets[0]?.end();
    await server.connected(2);
    expect(await post()).toMatchObject(answered);
    expect([server.sockets.length, server.requests.length]).toEqual([2, 2]);
  });

  it('is not opened after the request that found one open', async () => {
    expect(await post()).toMatchObject(answered);
    transport.prepare(server.origin, lasting());
    expect(await post()).toMatchObject(answered);
    server.sockets[0]?.end();
    await server.closed(0);
    await roundTrip();
    expect(server.sockets).toHaveLength(1);
  });

  it('is for its own origin only', async () => {
    const other = await serve();
    transport.prepare(server.origin, lasting());
    await server.connected(1);
    expect(await post(other.origin)).toMatchObject(answered);
    expect([server.sockets.length, server.requests.length]).toEqual([1, 0]);
    expect([other.sockets.length, other.requests.length]).toEqual([1, 1]);
    await other.close();
  });
});

describe('A connection that is opened ahead', () => {
  it('keeps no process alive', async () => {
    const server = await watchServer();
    const transport = new UndiciTransport();
    const ours = () => process.getActiveResourcesInfo().filter(name => name === 'TCPSocketWrap');
    const without = ours().length;
    transport.prepare(server.origin, lasting());
    await server.connected(1);
    // The server's end of it is one of them.
    await vi.waitFor(() => expect(ours()).toHaveLength(without + 1));
    await transport.close();
    await server.close();
  });
});
