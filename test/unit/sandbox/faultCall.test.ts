import { describe, expect, it } from 'vitest';
import { expectError } from './errorShape';
import { get, post, sandboxForTest, send } from './sandboxClient';

const path = '/sandbox/faults';

describe('POST /sandbox/faults', () => {
  it('queues a fault for so many requests', async () => {
    const sandbox = await sandboxForTest();
    const fault = { kind: 'status', status: 429, retryAfterSeconds: 5 };
    const answer = await post(sandbox, path, { fault, times: 2 });

    expect(answer).toMatchObject({ status: 200, json: { data: { fault, times: 2 } } });
    expect((await get(sandbox, '/rooms')).headers.get('retry-after')).toBe('5');
    expect((await get(sandbox, '/rooms')).status).toBe(429);
    expect((await get(sandbox, '/rooms')).status).toBe(200);
  });

  it('sets a standing fault, which it does not suffer itself, and ends it', async () => {
    const sandbox = await sandboxForTest();
    await post(sandbox, path, { fault: { kind: 'html' } });

    expect((await get(sandbox, '/rooms')).status).toBe(502);
    expect((await get(sandbox, '/rooms')).status).toBe(502);
    const cleared = await post(sandbox, path, { fault: null });
    expect(cleared).toMatchObject({ status: 200, json: { data: { fault: null, times: null } } });
    expect((await get(sandbox, '/rooms')).status).toBe(200);
  });

  it.each([
    { kind: 'delay', milliseconds: 0 },
    { kind: 'reset' },
    { kind: 'status', status: 500 },
    { kind: 'html', status: 200 },
    { kind: 'empty' },
    { kind: 'truncatedJson' },
    { kind: 'missingFields' },
    { kind: 'hugeBody' },
    { kind: 'clockSkew', milliseconds: -60_000 },
    { kind: 'tokenLife', seconds: -60 },
    { kind: 'markup' },
    { kind: 'redirect', location: 'https://example.com/' },
  ])('takes %j', async fault => {
    const answer = await post(await sandboxForTest(), path, { fault, times: 1 });

    expect(answer).toMatchObject({ status: 200, json: { data: { fault, times: 1 } } });
  });

  it.each([
    [7, '/fault'],
    [[], '/fault'],
    [{}, '/fault/kind'],
    [{ kind: 'toString' }, '/fault/kind'],
    [{ kind: 'delay' }, '/fault/milliseconds'],
    [{ kind: 'delay', milliseconds: -1 }, '/fault/milliseconds'],
    [{ kind: 'delay', milliseconds: 600_001 }, '/fault/milliseconds'],
    [{ kind: 'clockSkew', milliseconds: 1e15 }, '/fault/milliseconds'],
    [{ kind: 'tokenLife' }, '/fault/seconds'],
    [{ kind: 'status', status: 418 }, '/fault/status'],
    [{ kind: 'status', status: 429, retryAfterSeconds: -1 }, '/fault/retryAfterSeconds'],
    [{ kind: 'html', status: 201 }, '/fault/status'],
    [{ kind: 'redirect' }, '/fault/location'],
    [{ kind: 'redirect', location: 'a\r\nb' }, '/fault/location'],
    [{ kind: 'reset', retryAfter: 5 }, '/fault/retryAfter'],
  ])('refuses %j at %s', async (fault, pointer) => {
    const sandbox = await sandboxForTest();

    expectError(await post(sandbox, path, { fault }), 422, '10027', { pointer });
    expect((await get(sandbox, '/rooms')).status).toBe(200);
  });

  it.each([0, 1001, 1.5, '2', null])('refuses times %j', async times => {
    const answer = await post(await sandboxForTest(), path, { fault: { kind: 'empty' }, times });

    expectError(answer, 422, '10027', { pointer: '/times' });
  });

  it('refuses no fault at all, and times for none', async () => {
    const sandbox = await sandboxForTest();

    expectError(await post(sandbox, path, {}), 422, '10004', { pointer: '/fault' });
    expectError(await post(sandbox, path, { fault: null, times: 2 }), 422, '10027', {
      pointer: '/times',
    });
  });

  it('needs the API key, and POST', async () => {
    const sandbox = await sandboxForTest();
    sandbox.setFault({ kind: 'reset' });

    expectError(await post(sandbox, path, { fault: null }, {}), 401, '10009');
    expectError(await send(sandbox, 'GET', path), 405, '10015');
  });

  it('works when the rate limit is used up', async () => {
    const sandbox = await sandboxForTest({ rateLimitPerMinute: 1 });
    await get(sandbox, '/rooms');

    expect((await get(sandbox, '/rooms')).status).toBe(429);
    expect((await post(sandbox, path, { fault: null })).status).toBe(200);
  });
});
