import { describe, expect, it } from 'vitest';
import { createWorld, key, never, newClientToken, newRefreshToken, noon, room } from './world';

const request = { room, ttlSeconds: 60, refreshTtlSeconds: 7200, apiKey: 'KEY0123456789' };

function pairAnswer(ttlSeconds = 60, refreshTtlSeconds = 7200) {
  return {
    data: {
      token: newClientToken(ttlSeconds),
      refresh_token: newRefreshToken(refreshTtlSeconds),
    },
  };
}

describe('A new pair of tokens', () => {
  it('is kept whole, with both TTLs for the next one', async () => {
    const { transport, open } = createWorld();
    const { rooms, stored, tokens } = open();
    const answer = pairAnswer();
    transport.answer(201, answer);
    await tokens.generate(request, never);
    expect(rooms.get(key)?.record).toMatchObject({
      lastTtlSeconds: 60,
      lastRefreshTtlSeconds: 7200,
      clientToken: { expiresAt: noon + 60_000 },
      refreshToken: { expiresAt: noon + 7_200_000 },
    });
    expect(await stored.token('client', key)).toBe(answer.data.token);
    expect(await stored.token('refresh', key)).toBe(answer.data.refresh_token);
    expect(open().rooms.get(key)?.record.lastRefreshTtlSeconds).toBe(7200);
  });

  it.each([401, 403, 404, 422, 429, 500])(
    'that fails with %i leaves what was there, and says why',
    async status => {
      const { transport, open } = createWorld();
      const { keeper, rooms, stored, tokens } = open();
      const before = newClientToken(600);
      await keeper.keep(room, { client: { token: before } });
      transport.answer(status, '');
      await expect(tokens.generate(request, never)).rejects.toMatchObject({ facts: { status } });
      expect(await stored.token('client', key)).toBe(before);
      expect(rooms.get(key)?.activity).toMatchObject({ kind: 'failed' });
    },
  );

  it('can be cancelled', async () => {
    const { transport, open } = createWorld();
    const { rooms, tokens } = open();
    const held = transport.hold();
    const cancel = new AbortController();
    const generating = tokens.generate(request, cancel.signal);
    await held.sent;
    cancel.abort();
    await expect(generating).rejects.toMatchObject({ kind: 'cancelled' });
    expect(rooms.all()).toEqual([]);
  });

  it('is made once where two ask for it at the same time', async () => {
    const { transport, open } = createWorld();
    const { tokens } = open();
    transport.answer(201, pairAnswer());
    await Promise.all([tokens.generate(request, never), tokens.generate(request, never)]);
    expect(transport.requests).toHaveLength(1);
  });

  it('waits for a refresh of the room that is under way, also in another window', async () => {
    const { transport, open } = createWorld();
    const one = open();
    const other = open();
    await one.keeper.keep(room, { refresh: { token: newRefreshToken() } });
    const held = transport.hold();
    const refreshing = one.tokens.refresh({ room, ttlSeconds: 60 }, never);
    await held.sent;
    transport.answer(201, pairAnswer());
    const generating = other.tokens.generate(request, never);
    expect(transport.requests).toHaveLength(1);
    held.answer(201, { data: { token: newClientToken(60) } });
    await Promise.all([refreshing, generating]);
    expect(transport.requests).toHaveLength(2);
  });
});

describe('A refresh token that its own text rules out', () => {
  it.each([
    ['expired', newRefreshToken(60, noon - 3_600_000)],
    ['otherRoom', newRefreshToken()],
  ] as const)('is not sent: %s', async (reason, token) => {
    const { transport, open } = createWorld();
    const { rooms, tokens } = open();
    const target =
      reason === 'otherRoom' ? { ...room, id: '11111111-2222-4333-8444-555555555555' } : room;
    await expect(
      tokens.refresh({ room: target, ttlSeconds: 60, refreshToken: token }, never),
    ).rejects.toMatchObject({ name: 'RefusedTokenError', check: { reason } });
    expect(transport.requests).toEqual([]);
    expect(rooms.all()).toEqual([]);
  });
});

describe('A drill token', () => {
  it('is got with the refresh token and never kept', async () => {
    const { transport, open, secrets } = createWorld();
    const { drill, keeper, rooms } = open();
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    const before = [rooms.get(key), secrets.contents];
    const token = newClientToken(10);
    transport.answer(201, { data: { token } });
    expect(await drill.issue(room, 10, never)).toEqual({ token, endsAt: noon + 10_000 });
    expect([rooms.get(key), secrets.contents]).toEqual(before);
  });

  it('counts by this machine, whatever the clock of the API says', async () => {
    const { transport, open } = createWorld();
    const { drill, keeper } = open();
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    const date = new Date(noon + 180_000).toUTCString();
    transport.answer(201, { data: { token: newClientToken(10, noon + 180_000) } }, { date });
    const { endsAt } = await drill.issue(room, 10, never);
    expect(Math.abs(endsAt - noon - 10_000)).toBeLessThan(1000);
  });

  it('of an opaque shape ends when its TTL is over', async () => {
    const { transport, open } = createWorld();
    const { drill, keeper } = open();
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    transport.answer(201, { data: { token: 'opaque' } });
    expect((await drill.issue(room, 30, never)).endsAt).toBe(noon + 30_000);
  });
});
