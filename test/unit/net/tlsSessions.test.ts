import { EventEmitter } from 'node:events';
import { randomBytes } from 'node:crypto';
import type { ServerOptions } from 'node:https';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { TlsSessions } from '../../../src/net/tlsSessions';
import { UndiciTransport } from '../../../src/net/undiciTransport';
import {
  createAuthority,
  issueCertificate,
  type KeyAndCertificate,
} from '../../support/network/certificates';
import { trustAuthority } from '../../support/network/trustAuthority';
import { watchServer, type WatchedServer } from '../../support/network/watchedServer';

const { signal: never } = new AbortController();

describe('TLS sessions', () => {
  let authority: KeyAndCertificate;
  let certificate: KeyAndCertificate;
  let transport: UndiciTransport;
  let servers: WatchedServer[];

  beforeAll(async () => {
    authority = await createAuthority('Ours');
    certificate = await issueCertificate(authority, ['127.0.0.1']);
  });
  beforeEach(() => {
    trustAuthority(authority.cert);
    transport = new UndiciTransport();
    servers = [];
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await transport.close();
    await Promise.all(servers.map(server => server.close()));
  });

  /** Starts a server that answers each connection once. */
  async function serve(options: ServerOptions = certificate): Promise<WatchedServer> {
    const server = await watchServer(options, (_request, response) => {
      response.writeHead(200, { connection: 'close' }).end('ok');
    });
    servers.push(server);
    return server;
  }

  async function ask(server: WatchedServer) {
    const before = server.sockets.length;
    const request = { method: 'GET', url: `${server.origin}/`, headers: {} } as const;
    const outcome = await transport.send(request, never);
    if (server.sockets.length > before) {
      await server.closed(before);
    }
    return outcome;
  }

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('let new connections resume (%s)', async version => {
    const server = await serve({ ...certificate, minVersion: version, maxVersion: version });
    for (let count = 0; count < 5; count++) {
      expect(await ask(server)).toMatchObject({ ok: true });
    }
    expect(server.resumed).toEqual([false, true, true, true, true]);
  });

  it('let a connection resume that is opened ahead, and come from one', async () => {
    const server = await serve();
    for (const count of [1, 2]) {
      transport.prepare(server.origin, new AbortController().signal);
      await server.connected(count);
      expect(await ask(server)).toMatchObject({ ok: true });
    }
    expect(server.resumed).toEqual([false, true]);
    expect(server.requests).toHaveLength(2);
  });

  it('are not offered to another origin, even to one that would take them', async () => {
    const options = { ...certificate, ticketKeys: randomBytes(48), sessionIdContext: 'shared' };
    const [one, other] = [await serve(options), await serve(options)];
    await ask(one);
    await ask(other);
    await ask(one);
    expect([one.resumed, other.resumed]).toEqual([[false, true], [false]]);
  });

  it('of a server that can not prove who it is are not kept', async () => {
    const wrong = await issueCertificate(authority, ['127.0.0.2']);
    const server = await serve({ ...wrong, maxVersion: 'TLSv1.2' });
    for (let count = 0; count < 3; count++) {
      expect(await ask(server)).toMatchObject({ ok: false, failure: 'certificate', unsent: true });
    }
    expect(server.requests).toEqual([]);
    expect(server.resumed.filter(Boolean)).toEqual([]);
  });

  it('that the server no longer knows do no harm', async () => {
    const server = await serve();
    await ask(server);
    const options = { ...certificate };
    const { port } = new URL(server.origin);
    await server.close();
    servers.length = 0;
    const restarted = await watchServer(options, undefined, Number(port));
    servers.push(restarted);
    expect(await ask(restarted)).toMatchObject({ ok: true });
    expect(restarted.resumed).toEqual([false]);
  });
});

describe('What is kept of TLS sessions', () => {
  const hour = 60 * 60 * 1000;
  let now: number;
  let sessions: TlsSessions;

  beforeEach(() => {
    now = 0;
    sessions = new TlsSessions(() => now);
  });

  /** A connection to an origin on which a session comes. */
  function connect(origin: string, name: string, resumed = false): void {
    const socket = Object.assign(new EventEmitter(), { isSessionReused: () => resumed });
    sessions.keepFrom(socket, origin);
    socket.emit('session', Buffer.from(name));
  }

  it('is the newest of each origin', () => {
    connect('https://a', 'one');
    connect('https://b', 'other');
    connect('https://a', 'two', true);
    expect(String(sessions.of('https://a'))).toBe('two');
    expect(String(sessions.of('https://b'))).toBe('other');
    expect(sessions.of('https://c')).toBeUndefined();
  });

  it('ends an hour after the server showed its certificate, however often it was resumed', () => {
    connect('https://a', 'one');
    now = hour - 1;
    connect('https://a', 'two', true);
    expect(sessions.of('https://a')).toBeDefined();
    now = hour;
    expect(sessions.of('https://a')).toBeUndefined();
    connect('https://a', 'three');
    now = 2 * hour - 1;
    expect(String(sessions.of('https://a'))).toBe('three');
  });

  it('is forgotten with a connection that failed', () => {
    connect('https://a', 'one');
    sessions.forget('https://a');
    expect(sessions.of('https://a')).toBeUndefined();
  });

  it('is that of 16 origins at most', () => {
    for (let count = 0; count < 20; count++) {
      connect(`https://${count}`, 'one');
    }
    const kept = Array.from({ length: 20 }, (_, count) => sessions.of(`https://${count}`));
    expect(kept.map(session => session !== undefined)).toEqual(
      Array.from({ length: 20 }, (_, count) => count >= 4),
    );
  });
});
