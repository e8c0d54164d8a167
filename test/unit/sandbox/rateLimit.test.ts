import { describe, expect, it } from 'vitest';
import { expectError } from './errorShape';
import { get, sandboxForTest, type Answer } from './sandboxClient';

const startedAt = Date.UTC(2030, 0, 1);

const limitOf = ({ headers }: Answer) =>
  ['limit', 'remaining', 'reset'].map(name => headers.get(`x-ratelimit-${name}`));

describe('the rate limit', () => {
  it('is 300 a minute unless told otherwise', async () => {
    const sandbox = await sandboxForTest({ now: () => startedAt });

    expect(limitOf(await get(sandbox, '/rooms'))).toEqual(['300', '299', '60']);
    expect(limitOf(await get(sandbox, '/nothing'))).toEqual(['300', '298', '60']);
  });

  it('refuses with Retry-After until the minute is over', async () => {
    let now = startedAt;
    const sandbox = await sandboxForTest({ now: () => now, rateLimitPerMinute: 2 });
    await get(sandbox, '/rooms');
    now += 20_500;

    expect(limitOf(await get(sandbox, '/rooms'))).toEqual(['2', '0', '40']);
    const refused = await get(sandbox, '/rooms');
    expectError(refused, 429, '10011');
    expect(refused.headers.get('retry-after')).toBe('40');
    now = startedAt + 59_999;
    expect(limitOf(await get(sandbox, '/rooms'))).toEqual(['2', '0', '1']);
    now = startedAt + 60_000;
    const admitted = await get(sandbox, '/rooms');
    expect(admitted.status).toBe(200);
    expect(limitOf(admitted)).toEqual(['2', '1', '60']);
  });

  it('starts anew when the clock is set back', async () => {
    let now = startedAt;
    const sandbox = await sandboxForTest({ now: () => now, rateLimitPerMinute: 1 });
    await get(sandbox, '/rooms');
    now -= 3600_000;

    expect((await get(sandbox, '/rooms')).status).toBe(200);
  });

  it('leaves queued faults to requests that it admits', async () => {
    let now = startedAt;
    const sandbox = await sandboxForTest({ now: () => now, rateLimitPerMinute: 1 });
    await get(sandbox, '/rooms');
    sandbox.failNext({ kind: 'html' });

    expect((await get(sandbox, '/rooms')).status).toBe(429);
    now += 60_000;
    expect((await get(sandbox, '/rooms')).status).toBe(502);
  });
});
