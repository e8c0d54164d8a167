import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, vi } from 'vitest';
import { startSandbox, type Sandbox } from '../../../src/sandbox/startSandbox';
import { expectError } from './errorShape';
import { bearer, get, post, rawRequest, sandboxForTest, send } from './sandboxClient';

const portOf = (sandbox: Sandbox) => Number(new URL(sandbox.baseUrl).port);

describe('the HTTP server of the sandbox', () => {
  it('listens on loopback and has a key in the shape of the vendor', async () => {
    const [sandbox, other] = [await sandboxForTest(), await sandboxForTest()];

    expect(sandbox.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v2$/);
    expect(sandbox.apiKey).toMatch(/^KEY[\dA-F]{32}_[\w-]{22}$/);
    expect(other.apiKey).not.toBe(sandbox.apiKey);
  });

  it('answers with JSON, a request id of its own, the date of its clock and no CORS', async () => {
    const now = Date.UTC(2030, 0, 1, 12);
    const sandbox = await sandboxForTest({ now: () => now });
    const first = await send(sandbox, 'GET', '/rooms', {
      headers: { ...bearer(sandbox), origin: 'https://example.com' },
    });
    const second = await get(sandbox, '/rooms');

    expect(first.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(first.headers.get('date')).toBe('Tue, 01 Jan 2030 12:00:00 GMT');
    expect(first.headers.get('x-request-id')).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    expect([...first.headers.keys()].filter(name => name.startsWith('access-'))).toEqual([]);
  });

  it.each(['/', '/room', '/rooms/', '/rooms/1/actions/delete', '/../rooms'])(
    'has nothing at %s',
    async path => expectError(await get(await sandboxForTest(), path), 404, '10005'),
  );

  it.each([
    ['DELETE', '/rooms', 'GET, POST'],
    ['GET', '/rooms/1/actions/refresh_client_token', 'POST'],
    ['OPTIONS', '/rooms/1/actions/generate_join_client_token', 'POST'],
  ])('refuses %s %s', async (method, path, allowed) => {
    const answer = await send(await sandboxForTest(), method, path);

    expectError(answer, 405, '10015');
    expect(answer.headers.get('allow')).toBe(allowed);
  });

  it.each(['{', 'null', '[]', '"text"', ' '])('refuses the body %s', async body => {
    const sandbox = await sandboxForTest();
    const headers = { ...bearer(sandbox), 'content-type': 'application/json' };

    expectError(await send(sandbox, 'POST', '/rooms', { body, headers }), 400, '10015');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'refuses the content type %s',
    async type => {
      const sandbox = await sandboxForTest();
      const headers = { ...bearer(sandbox), 'content-type': type };

      expectError(await send(sandbox, 'POST', '/rooms', { body: '{}', headers }), 400, '10015');
    },
  );

  it('takes 64 KiB of body and no more', async () => {
    const sandbox = await sandboxForTest();
    const bodyOf = (bytes: number) => `{"x":"${'x'.repeat(bytes - 8)}"}`;
    const headers = { ...bearer(sandbox), 'content-type': 'application/json; charset=utf-8' };
    const fits = await send(sandbox, 'POST', '/rooms', { body: bodyOf(65_536), headers });
    const exceeds = await send(sandbox, 'POST', '/rooms', { body: bodyOf(65_537), headers });
    const huge = await send(sandbox, 'POST', '/rooms', { body: bodyOf(5_000_000), headers });

    expect(fits.status).toBe(201);
    expectError(exceeds, 413, '10015');
    expectError(huge, 413, '10015');
    expect(sandbox.requests.map(request => request.body.length)).toEqual([65_536, 65_536, 65_536]);
  });

  it.each(['localhost', 'LOCALHOST:1234', '127.0.0.1', '[::1]:80'])(
    'answers to the host %s',
    async host => {
      const sandbox = await sandboxForTest();
      const answer = await rawRequest(sandbox, { headers: { ...bearer(sandbox), host } });

      expect(answer.status).toBe(200);
    },
  );

  it.each(['example.com', 'localhost.example.com', '127.0.0.1.nip.io:80', '127.0.0.2'])(
    'refuses the host "%s" with 403, faults or not',
    async host => {
      const sandbox = await sandboxForTest();
      sandbox.failNext({ kind: 'html' });
      const headers = { ...bearer(sandbox), host };
      const control = await rawRequest(sandbox, {
        method: 'POST',
        path: '/v2/sandbox/faults',
        headers,
      });

      expect((await rawRequest(sandbox, { headers })).status).toBe(403);
      expect(control.status).toBe(403);
      expect((await get(sandbox, '/rooms')).status).toBe(502);
    },
  );

  it('refuses a request without a host', async () => {
    expect((await rawRequest(await sandboxForTest(), { setHost: false })).status).toBe(403);
  });

  it('refuses what is not HTTP with an envelope, and lives on', async () => {
    const sandbox = await sandboxForTest();
    const socket = connect(portOf(sandbox), '127.0.0.1');
    socket.write('this is not HTTP\r\n\r\n');
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');

    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(head).toMatch(/\r\nx-request-id: [\da-f-]{36}\r\n/);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ code: '10015' }] });
    expect((await get(sandbox, '/rooms')).status).toBe(200);
  });

  it('survives clients that vanish within a request and within an answer', async () => {
    const sandbox = await sandboxForTest();
    const half = connect(portOf(sandbox), '127.0.0.1');
    half.write('POST /v2/rooms HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{');
    await once(half, 'connect');
    half.resetAndDestroy();
    sandbox.failNext({ kind: 'hugeBody' });
    const cut = connect(portOf(sandbox), '127.0.0.1');
    cut.write('GET /v2/rooms HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(cut, 'data');
    cut.resetAndDestroy();

    expect((await get(sandbox, '/rooms')).status).toBe(200);
  });
});

describe('the request log of the sandbox', () => {
  it('has each request with the status answered', async () => {
    const sandbox = await sandboxForTest();
    await get(sandbox, '/rooms?page[size]=1');
    await post(sandbox, '/rooms', { max_participants: 0 });

    expect(sandbox.requests).toMatchObject([
      {
        method: 'GET',
        path: '/v2/rooms?page[size]=1',
        headers: { authorization: `Bearer ${sandbox.apiKey}` },
        body: '',
        status: 200,
      },
      { method: 'POST', path: '/v2/rooms', body: '{"max_participants":0}', status: 422 },
    ]);
  });

  it('has no status while the answer is pending, nor after the client gave up', async () => {
    const sandbox = await sandboxForTest();
    sandbox.failNext({ kind: 'delay', milliseconds: 60_000 });
    const abort = new AbortController();
    const pending = fetch(`${sandbox.baseUrl}/rooms`, { signal: abort.signal });
    await vi.waitFor(() => expect(sandbox.requests).toMatchObject([{ status: undefined }]));
    abort.abort();

    await expect(pending).rejects.toThrow('aborted');
    await get(sandbox, '/rooms');
    expect(sandbox.requests.map(request => request.status)).toEqual([undefined, 200]);
  });

  it('keeps the newest 500', async () => {
    const sandbox = await sandboxForTest({ rateLimitPerMinute: 1000 });
    for (let number = 1; number <= 501; number += 1) {
      await send(sandbox, 'GET', `/${number}`);
    }

    expect(sandbox.requests).toHaveLength(500);
    expect(sandbox.requests[0]?.path).toBe('/v2/2');
    expect(sandbox.requests.at(-1)?.path).toBe('/v2/501');
  });
});

describe('closing the sandbox', () => {
  it('cuts delayed and idle connections and frees the port', async () => {
    const sandbox = await startSandbox();
    const port = portOf(sandbox);
    sandbox.setFault({ kind: 'delay', milliseconds: 600_000 });
    const idle = connect(port, '127.0.0.1');
    await once(idle, 'connect');
    const delayed = expect(get(sandbox, '/rooms')).rejects.toThrow('fetch failed');
    await vi.waitFor(() => expect(sandbox.requests).toHaveLength(1));
    await Promise.all([sandbox.close(), sandbox.close(), delayed]);
    await sandbox.close();

    const next = await sandboxForTest({ port });
    expect(portOf(next)).toBe(port);
  });

  it('rejects to start on a port that is taken', async () => {
    const sandbox = await sandboxForTest();

    await expect(startSandbox({ port: portOf(sandbox) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
