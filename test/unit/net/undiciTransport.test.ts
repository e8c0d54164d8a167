import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../src/core/api/httpTransport';
import { UndiciTransport } from '../../../src/net/undiciTransport';
import { startSandbox, type Fault, type Sandbox } from '../../../src/sandbox/startSandbox';

const { signal: never } = new AbortController();

describe('UndiciTransport', () => {
  let sandbox: Sandbox;
  let transport: UndiciTransport;
  let request: HttpRequest;

  beforeEach(async () => {
    sandbox = await startSandbox();
    transport = new UndiciTransport({ wholeCall: 1000, connect: 500, answer: 1024 * 1024 });
    const { id } = sandbox.createRoom();
    request = {
      method: 'POST',
      url: `${sandbox.baseUrl}/rooms/${id}/actions/refresh_client_token`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refresh_token: sandbox.issueTokens(id).refresh_token }),
    };
  });

  afterEach(async () => {
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
    const ports = new Set<number | undefined>();
    const server = createServer(socket => {
      ports.add(socket.remotePort);
      socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'));
      socket.on('error', () => undefined);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const call = { method: 'GET', url: `http://127.0.0.1:${String(port)}/`, headers: {} } as const;
    for (let count = 0; count < 8; count++) {
      expect(await transport.send(call, never)).toMatchObject({ ok: true, answer: { body: 'ok' } });
    }
    // A call that follows at once may find the last connection still busy, but no third is opened.
    expect(ports.size).toBeLessThanOrEqual(2);
    await transport.close();
    await new Promise(resolve => server.close(resolve));
  });

  it.each<[string, Fault, object]>([
    ['a reset connection', { kind: 'reset' }, { failure: 'network' }],
    [
      'an answer that does not come in time',
      { kind: 'delay', milliseconds: 60_000 },
      { failure: 'timeout' },
    ],
    ['an answer of more than 1 MB', { kind: 'hugeBody' }, { failure: 'tooLarge' }],
  ])('gives up on %s', async (_name, fault, expected) => {
    sandbox.setFault(fault);
    expect(await transport.send(request, never)).toMatchObject({ ok: false, ...expected });
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

  it('ends the request when it is cancelled', async () => {
    sandbox.setFault({ kind: 'delay', milliseconds: 60_000 });
    const cancel = new AbortController();
    const patient = new UndiciTransport();
    const outcome = patient.send(request, cancel.signal);
    while (sandbox.requests.length === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    cancel.abort();
    expect(await outcome).toEqual({ ok: false, failure: 'cancelled' });
    expect(await patient.send(request, cancel.signal)).toEqual({
      ok: false,
      failure: 'cancelled',
    });
    expect(sandbox.requests).toHaveLength(1);
    await patient.close();
  });

  it('names the cause when nobody listens, and nothing of the request', async () => {
    await sandbox.close();
    expect(await transport.send(request, never)).toEqual({
      ok: false,
      failure: 'network',
      systemCode: 'ECONNREFUSED',
    });
  });

  it('does not reject when a header can not be sent', async () => {
    const call = { ...request, headers: { authorization: 'Bearer a\r\nb: c' } };
    const outcome = await transport.send(call, never);
    expect(outcome).toMatchObject({ ok: false, failure: 'network' });
    expect(JSON.stringify(outcome)).not.toContain('Bearer');
    expect(sandbox.requests).toHaveLength(0);
  });
});
