import dns, { type LookupAddress } from 'node:dns';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HttpRequest } from '../../../src/core/api/httpTransport';
import { FetchTransport } from '../../../src/net/fetchTransport';
import { UndiciTransport } from '../../../src/net/undiciTransport';
import { startSandbox, type Fault, type Sandbox } from '../../../src/sandbox/startSandbox';
import { loadBundledTransport } from '../../support/network/bundledTransport';
import { listen } from '../../support/network/listening';

const { signal: never } = new AbortController();
const answer = 1024 * 1024;

const bundled = await loadBundledTransport();

type FoundAll = (error: null, addresses: LookupAddress[]) => void;

// In plain Node, global `fetch` is what VS Code's goes on to call.
const transports = {
  UndiciTransport: () => new UndiciTransport({ connect: 500, answer }),
  'UndiciTransport as it is packaged': () => new bundled.UndiciTransport({ connect: 500, answer }),
  FetchTransport: () => Object.assign(new FetchTransport({ answer }), { close: () => undefined }),
};

describe.each(Object.entries(transports))('%s', (_name, createTransport) => {
  let sandbox: Sandbox;
  let transport: ReturnType<typeof createTransport>;
  let request: HttpRequest;

  beforeEach(async () => {
    sandbox = await startSandbox();
    transport = createTransport();
    const { id } = sandbox.createRoom();
    request = {
      method: 'POST',
      url: `${sandbox.baseUrl}/rooms/${id}/actions/refresh_client_token`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refresh_token: sandbox.issueTokens(id).refresh_token }),
    };
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    await transport.close();
    await sandbox.close();
  });

  it('sends method, path, query, headers and body as they are, and gives back the whole answer', async () => {
    const outcome = await transport.send(request, never);
    expect(outcome).toMatchObject({ ok: true, answer: { status: 201 } });
    const headers = outcome.ok ? outcome.answer.headers : {};
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(headers['x-ratelimit-limit']).toBe('300');
    expect(outcome.ok && JSON.parse(outcome.answer.body)).toHaveProperty('data.token');
    expect(sandbox.requests[0]).toMatchObject({ method: 'POST', body: request.body });

    await transport.send(
      { method: 'GET', url: `${sandbox.baseUrl}/rooms?page%5Bsize%5D=1`, headers: {} },
      never,
    );
    expect(sandbox.requests[1]?.path).toBe('/v2/rooms?page%5Bsize%5D=1');
  });

  it('keeps connections for later calls', async () => {
    const server = createServer(socket => {
      socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'));
    });
    const { port, connections, close } = await listen(server);
    const call = { method: 'GET', url: `http://127.0.0.1:${port}/`, headers: {} } as const;
    for (let count = 0; count < 8; count++) {
      expect(await transport.send(call, never)).toMatchObject({ ok: true, answer: { body: 'ok' } });
    }
    // A call that follows at once may find the last connection still busy, but no third is opened.
    expect(connections()).toBeLessThanOrEqual(2);
    await transport.close();
    await close();
  });

  it.each<[string, Fault, object]>([
    ['a reset connection', { kind: 'reset' }, { failure: 'network' }],
    [
      'an answer that does not come in time',
      { kind: 'delay', milliseconds: 60_000 },
      { failure: 'timeout' },
    ],
    ['an answer of more than 1 MB', { kind: 'hugeBody' }, { failure: 'tooLarge' }],
  ])('gives up on %s, and knows that the request was sent', async (_name, fault, expected) => {
    sandbox.setFault(fault);
    const outcome = await transport.send(request, AbortSignal.timeout(1000));
    expect(outcome).toMatchObject({ ok: false, unsent: false, ...expected });
    expect(sandbox.requests).toHaveLength(1);
  });

  it.each<[string, Fault, number]>([
    ['a redirect', { kind: 'redirect', location: 'http://127.0.0.1:9/' }, 302],
    ['HTML', { kind: 'html' }, 502],
    ['nothing', { kind: 'empty' }, 201],
    ['half of an answer', { kind: 'truncatedJson' }, 201],
    ['a refusal', { kind: 'status', status: 403 }, 403],
  ])('gives back %s as it came', async (_name, fault, status) => {
    sandbox.setFault(fault);
    expect(await transport.send(request, never)).toMatchObject({ ok: true, answer: { status } });
    expect(sandbox.requests).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])('does not follow a %i to another server', async status => {
    const elsewhere = await listen(createServer());
    const location = `http://127.0.0.1:${elsewhere.port}/`;
    const server = createServer(socket => {
      socket.on('data', () =>
        socket.end(
          `HTTP/1.1 ${status} Moved\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`,
        ),
      );
    });
    const { port, close } = await listen(server);
    const outcome = await transport.send({ ...request, url: `http://127.0.0.1:${port}/` }, never);
    expect(outcome).toMatchObject({ ok: true, answer: { status } });
    expect(elsewhere.connections()).toBe(0);
    await close();
    await elsewhere.close();
  });

  it('gives back an answer that has no body', async () => {
    const server = createServer(socket => {
      socket.on('data', () => socket.end('HTTP/1.1 204 No Content\r\n\r\n'));
    });
    const { port, close } = await listen(server);
    const outcome = await transport.send({ ...request, url: `http://127.0.0.1:${port}/` }, never);
    expect(outcome).toMatchObject({ ok: true, answer: { status: 204, body: '' } });
    await close();
  });

  it('gives up on an answer that stops in the middle, without sending again', async () => {
    let received = '';
    const server = createServer(socket => {
      socket.on('data', bytes => {
        received += bytes.toString();
        if (received.endsWith(request.body ?? '')) {
          socket.end('HTTP/1.1 201 Created\r\ncontent-length: 100\r\n\r\n{"data":');
        }
      });
    });
    const { port, connections, close } = await listen(server);
    const outcome = await transport.send({ ...request, url: `http://127.0.0.1:${port}/` }, never);
    expect(outcome).toMatchObject({ ok: false, failure: 'network', unsent: false });
    expect([connections(), received.match(/^POST/gm)?.length]).toEqual([1, 1]);
    await close();
  });

  it('ends the request when it is cancelled', async () => {
    sandbox.setFault({ kind: 'delay', milliseconds: 60_000 });
    const cancel = new AbortController();
    const cancelled = { ok: false, failure: 'cancelled', unsent: false };
    const outcome = transport.send(request, cancel.signal);
    while (sandbox.requests.length === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    cancel.abort();
    expect(await outcome).toEqual(cancelled);
    expect(await transport.send(request, cancel.signal)).toEqual(cancelled);
    expect(sandbox.requests).toHaveLength(1);
  });

  it('reaches a name whose first address is of IPv6, where nobody listens', async () => {
    const lookup = vi.fn((_name: string, _options: object, found: FoundAll) =>
      found(null, [
        { address: '::1', family: 6 },
        { address: '127.0.0.1', family: 4 },
      ]),
    );
    vi.spyOn(dns, 'lookup').mockImplementation(lookup as never);
    const url = request.url.replace('127.0.0.1', 'localhost');
    expect(await transport.send({ ...request, url }, never)).toMatchObject({ ok: true });
    expect(lookup).toHaveBeenCalled();
    await sandbox.close();
    const outcome = await createTransport().send({ ...request, url }, never);
    expect(outcome).toMatchObject({ ok: false, failure: 'network', unsent: true });
  });

  it('names the cause when nobody listens, and nothing of the request', async () => {
    await sandbox.close();
    expect(await transport.send(request, never)).toEqual({
      ok: false,
      failure: 'network',
      systemCode: 'ECONNREFUSED',
      unsent: true,
    });
  });

  it('knows that nothing was sent to a name that does not exist', async () => {
    const url = 'http://nobody.invalid/';
    const outcome = await transport.send({ ...request, url }, never);
    expect(outcome).toMatchObject({ ok: false, failure: 'network', unsent: true });
    expect(outcome).toHaveProperty('systemCode', expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/));
  });

  it('does not reject when a header can not be sent', async () => {
    const call = { ...request, headers: { authorization: 'Bearer a\r\nb: c' } };
    const outcome = await transport.send(call, never);
    expect(outcome).toMatchObject({ ok: false, failure: 'network' });
    expect(JSON.stringify(outcome)).not.toContain('Bearer');
    expect(sandbox.requests).toHaveLength(0);
  });
});
