import { describe, expect, it, vi } from 'vitest';
import type { Fault, Sandbox } from '../../../src/sandbox/startSandbox';
import { expectError } from './errorShape';
import { bearer, claimsOf, get, post, refresh, sandboxForTest, type Answer } from './sandboxClient';

const startedAt = Date.UTC(2030, 0, 1);

/** A refresh that would succeed, sent under a fault. */
async function refreshUnder(
  fault: Fault,
  sandbox?: Sandbox,
): Promise<{ answer: Answer; refreshToken: string }> {
  const target = sandbox ?? (await sandboxForTest());
  const { id } = target.createRoom();
  const { refresh_token } = target.issueTokens(id);
  target.failNext(fault);
  return {
    answer: await refresh(target, id, { refresh_token }),
    refreshToken: refresh_token,
  };
}

describe('faults', () => {
  it.each([
    [401, '10009'],
    [403, '10010'],
    [404, '10005'],
    [422, '10027'],
    [429, '10011'],
    [500, '10007'],
  ] as const)('status %d is an envelope with code %s', async (status, code) => {
    const { answer } = await refreshUnder({ kind: 'status', status });

    expectError(answer, status, code);
    expect(answer.headers.has('retry-after')).toBe(false);
  });

  it('a status may have Retry-After', async () => {
    const { answer } = await refreshUnder({ kind: 'status', status: 429, retryAfterSeconds: 7 });

    expect(answer.headers.get('retry-after')).toBe('7');
  });

  it('a refused request has no effect', async () => {
    const sandbox = await sandboxForTest();
    sandbox.failNext({ kind: 'status', status: 500 });
    await post(sandbox, '/rooms', { unique_name: 'lobby' });

    expect((await get(sandbox, '/rooms')).json).toMatchObject({ data: [] });
  });

  it('delay answers as usual, later', async () => {
    const sentAt = performance.now();
    const { answer } = await refreshUnder({ kind: 'delay', milliseconds: 60 });

    expect(answer.status).toBe(201);
    // Timers may fire up to a millisecond early.
    expect(performance.now() - sentAt).toBeGreaterThanOrEqual(59);
  });

  it('a delayed request has no effect once its client has gone', async () => {
    const sandbox = await sandboxForTest();
    sandbox.failNext({ kind: 'delay', milliseconds: 1000 });
    const abort = new AbortController();
    const pending = expect(
      fetch(`${sandbox.baseUrl}/rooms`, {
        method: 'POST',
        headers: bearer(sandbox),
        signal: abort.signal,
      }),
    ).rejects.toThrow('aborted');
    await vi.waitFor(() => expect(sandbox.requests).toHaveLength(1));
    abort.abort();
    await pending;
    // Its delay ends after that of the aborted request would have.
    sandbox.failNext({ kind: 'delay', milliseconds: 1000 });

    expect((await get(sandbox, '/rooms')).json).toMatchObject({ data: [] });
  });

  it('reset cuts the connection', async () => {
    const sandbox = await sandboxForTest();

    await expect(refreshUnder({ kind: 'reset' }, sandbox)).rejects.toMatchObject({
      cause: { code: 'ECONNRESET' },
    });
    expect(sandbox.requests).toMatchObject([{ method: 'POST', status: undefined }]);
  });

  it.each([
    [undefined, 502],
    [200, 200],
  ] as const)('html with status %s is a page with status %d', async (status, expected) => {
    const { answer } = await refreshUnder({ kind: 'html', ...(status && { status }) });

    expect(answer.status).toBe(expected);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.text).toMatch(/^<!doctype html>/);
  });

  it('empty has the usual status and no body', async () => {
    const { answer } = await refreshUnder({ kind: 'empty' });

    expect(answer).toMatchObject({ status: 201, text: '' });
    expect(answer.headers.get('content-length')).toBe('0');
  });

  it('truncated JSON begins like the usual answer and does not parse', async () => {
    const { answer } = await refreshUnder({ kind: 'truncatedJson' });

    expect(answer).toMatchObject({ status: 201, json: undefined });
    expect(answer.text).toMatch(/^\{"data":\{"token":"eyJ/);
  });

  it('missing fields leave an object without any', async () => {
    const sandbox = await sandboxForTest();
    const { answer } = await refreshUnder({ kind: 'missingFields' }, sandbox);
    sandbox.failNext({ kind: 'missingFields' });

    expect(answer).toMatchObject({ status: 201, text: '{"data":{}}' });
    expect(await refresh(sandbox, 'undefined', {})).toMatchObject({
      status: 422,
      text: '{"errors":[{}]}',
    });
  });

  it('a huge body streams over 2 MiB of valid JSON around the usual answer', async () => {
    const { answer } = await refreshUnder({ kind: 'hugeBody' });

    expect(answer.status).toBe(201);
    expect(answer.headers.has('content-length')).toBe(false);
    expect(answer.text.length).toBeGreaterThan(2 * 1024 * 1024);
    expect(Object.keys((answer.json as { data: object }).data)).toEqual([
      'token',
      'token_expires_at',
    ]);
  });

  it.each([5 * 3600_000, -5 * 3600_000])(
    'a clock skew of %d ms shifts Date and issued times',
    async skew => {
      const sandbox = await sandboxForTest({ now: () => startedAt });
      const { answer } = await refreshUnder({ kind: 'clockSkew', milliseconds: skew }, sandbox);
      const { data } = answer.json as { data: { token: string; token_expires_at: string } };

      expect(answer.status).toBe(201);
      expect(answer.headers.get('date')).toBe(new Date(startedAt + skew).toUTCString());
      expect(Date.parse(data.token_expires_at)).toBe(startedAt + skew + 600_000);
      expect(claimsOf(data.token)).toMatchObject({ iat: (startedAt + skew) / 1000 });
    },
  );

  it.each([30, -60])('a token life of %d s ends the token then, by the right clock', async life => {
    const sandbox = await sandboxForTest({ now: () => startedAt });
    const { answer } = await refreshUnder({ kind: 'tokenLife', seconds: life }, sandbox);
    const { data } = answer.json as { data: { token: string; token_expires_at: string } };

    expect(answer.status).toBe(201);
    expect(answer.headers.get('date')).toBe(new Date(startedAt).toUTCString());
    expect(Date.parse(data.token_expires_at)).toBe(startedAt + life * 1000);
  });

  it('markup puts a command link and the refresh token into the error texts', async () => {
    const { answer, refreshToken } = await refreshUnder({ kind: 'markup' });
    const link = '[click](command:workbench.action.closeWindow)';

    expectError(answer, 422, '10027');
    expect(answer.json).toMatchObject({
      errors: [{ title: link, detail: `${link} ${refreshToken}` }],
    });
  });

  it('redirect is a 302 to the location', async () => {
    const { answer } = await refreshUnder({ kind: 'redirect', location: 'http://127.0.0.1:1/' });

    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('http://127.0.0.1:1/');
  });

  it('a fault that cannot be sent cuts the connection', async () => {
    const sandbox = await sandboxForTest();
    const fault = { kind: 'redirect', location: 'line\nbreak' } as const;

    await expect(refreshUnder(fault, sandbox)).rejects.toThrow('fetch failed');
    expect((await get(sandbox, '/rooms')).status).toBe(200);
  });

  it('carry the headers of every answer', async () => {
    const { answer } = await refreshUnder({ kind: 'html' });

    for (const name of ['date', 'x-request-id', 'x-ratelimit-remaining']) {
      expect(answer.headers.has(name), name).toBe(true);
    }
  });
});

describe('the plan of faults', () => {
  it('serves queued faults in order, then the standing one until it is cleared', async () => {
    const sandbox = await sandboxForTest();
    const statuses: number[] = [];
    const ask = async () => statuses.push((await get(sandbox, '/rooms')).status);
    sandbox.setFault({ kind: 'status', status: 404 });
    sandbox.failNext({ kind: 'status', status: 500 }, 2);
    sandbox.failNext({ kind: 'status', status: 401 });
    for (let request = 0; request < 5; request += 1) {
      await ask();
    }
    sandbox.setFault(undefined);
    await ask();

    expect(statuses).toEqual([500, 500, 401, 404, 404, 200]);
  });

  it('forgets queued faults too when it is cleared', async () => {
    const sandbox = await sandboxForTest();
    sandbox.failNext({ kind: 'status', status: 500 }, 3);
    sandbox.setFault(undefined);

    expect((await get(sandbox, '/rooms')).status).toBe(200);
  });
});
