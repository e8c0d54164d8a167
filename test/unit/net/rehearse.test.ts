import zlib from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadBundledTransport } from '../../support/network/bundledTransport';
import { watchServer } from '../../support/network/watchedServer';

describe('Whoever gets ready for a request', () => {
  afterEach(() => vi.restoreAllMocks());

  it('has the parser of answers ready by then, once, and sends nothing for that', async () => {
    const { UndiciTransport } = await loadBundledTransport();
    // The parser lies in the bundle compressed.
    const unpack = vi.spyOn(zlib, 'brotliDecompressSync');
    const server = await watchServer();
    const transport = new UndiciTransport();
    const { signal } = new AbortController();
    transport.prepare(server.origin, signal);
    transport.prepare(server.origin, signal);
    await server.connected(1);
    await vi.waitFor(() => expect(unpack).toHaveBeenCalledTimes(1));
    expect(server.requests).toEqual([]);
    const request = { method: 'GET', url: `${server.origin}/`, headers: {} } as const;
    expect(await transport.send(request, signal)).toMatchObject({ ok: true });
    expect(unpack).toHaveBeenCalledTimes(1);
    expect([server.sockets.length, server.requests.length]).toEqual([1, 1]);
    await transport.close();
    await server.close();
  });
});
