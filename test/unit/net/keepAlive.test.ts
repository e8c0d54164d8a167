import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UndiciTransport } from '../../../src/net/undiciTransport';
import { watchServer, type WatchedServer } from '../../support/network/watchedServer';

const { signal: never } = new AbortController();

describe('A connection that a request has left open', () => {
  let server: WatchedServer;
  let transport: UndiciTransport;
  let keepAlive: string | undefined;

  beforeEach(async () => {
    keepAlive = undefined;
    server = await watchServer(undefined, (_request, response) => {
      // Node says 5 s of itself, unless it finds this header.
      const hint = keepAlive === undefined ? {} : { 'keep-alive': keepAlive };
      response.writeHead(200, { connection: 'keep-alive', ...hint }).end('ok');
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    transport = new UndiciTransport();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await transport.close();
    await server.close();
  });

  async function ask(): Promise<void> {
    const request = { method: 'GET', url: `${server.origin}/`, headers: {} } as const;
    expect(await transport.send(request, never)).toMatchObject({ ok: true });
    for (let turn = 0; turn < 3; turn++) {
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  it.each([
    ['4 s where the server says nothing', undefined, 4],
    ['as long as the server says, less the way there', 'timeout=12', 10],
    ['30 s where the server would wait for minutes', 'timeout=600', 30],
  ])('serves the next one, and is closed after %s', async (_how, hint, seconds) => {
    keepAlive = hint;
    await ask();
    vi.advanceTimersByTime((seconds - 1) * 1000);
    await ask();
    expect(server.sockets).toHaveLength(1);
    // undici's clock ticks twice a second.
    vi.advanceTimersByTime((seconds + 1.5) * 1000);
    await server.closed(0);
    vi.advanceTimersByTime(1000);
    expect(vi.getTimerCount()).toBe(0);
    expect(server.sockets).toHaveLength(1);
  });
});
