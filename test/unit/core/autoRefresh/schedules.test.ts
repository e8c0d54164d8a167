import { describe, expect, it } from 'vitest';
import { key, never, noon, room } from '../rooms/world';
import { createFreshWorld, createKeptRoom, nextAtOf, stateOf } from './keptRoom';

describe('A room that is kept fresh', () => {
  it.each([
    { ttl: 10, left: 3 },
    { ttl: 15, left: 3 },
    { ttl: 60, left: 12 },
    { ttl: 300, left: 60 },
    { ttl: 600, left: 60 },
    { ttl: 3600, left: 60 },
  ])('gets its next token of $ttl s when $left s are left, once', async ({ ttl, left }) => {
    const { pass, callTimes, window, api } = await createKeptRoom({ client: ttl });
    const cycle = ttl - left;
    expect(nextAtOf(window)).toBe(noon + cycle * 1000);
    await pass(5 * cycle + 1);
    expect(callTimes()).toEqual([1, 2, 3, 4, 5].map(count => count * cycle));
    expect(api.calls.every(call => call.ttlSeconds === ttl)).toBe(true);
    expect(stateOf(window)).toEqual({ kind: 'on' });
    expect(window.rooms.get(key)?.record.clientToken).toEqual({
      issuedAt: noon + 5 * cycle * 1000,
      expiresAt: noon + (5 * cycle + ttl) * 1000,
    });
  });

  it('gets its first client token at once', async () => {
    const { give, open, pass, callTimes } = createFreshWorld();
    const window = open();
    await give(window, { refresh: 3600 });
    await window.keeper.chooseAutoRefresh(key, 'on');
    await pass(0);
    expect(callTimes()).toEqual([0]);
    await pass(539);
    expect(callTimes()).toEqual([0]);
  });

  it('goes on after a reload as before', async () => {
    const { open, pass, callTimes, window } = await createKeptRoom();
    await pass(100);
    window.dispose();
    open();
    await pass(1000);
    expect(callTimes()).toEqual([540, 1080]);
  });

  it('keeps a token without an end as it is', async () => {
    const { open, give, pass, secrets, callTimes } = createFreshWorld();
    const window = open();
    await give(window, { refresh: 86_400 });
    await window.keeper.keep(room, { client: { token: 'opaque' } });
    await secrets.settled();
    await window.keeper.chooseAutoRefresh(key, 'on');
    await pass(86_000);
    expect(callTimes()).toEqual([]);
    expect(stateOf(window)).toEqual({ kind: 'on' });
    expect(nextAtOf(window)).toBeUndefined();
  });

  it('refreshes by the answer where a token does not tell its own end', async () => {
    const { open, give, transport, pass, callTimes } = createFreshWorld();
    const window = open();
    await give(window, { refresh: 86_400 });
    const end = new Date(noon + 100_000).toISOString();
    transport.answer(201, { data: { token: 'opaque', token_expires_at: end } });
    await window.tokens.refresh({ room, ttlSeconds: 100 }, never);
    await window.keeper.chooseAutoRefresh(key, 'on');
    await pass(90);
    expect(callTimes()).toEqual([80]);
  });

  it('goes by the life of a token that the API cut short', async () => {
    const { open, give, transport, api, pass, callTimes } = createFreshWorld();
    const window = open();
    await give(window, { refresh: 86_400 });
    await window.keeper.chooseAutoRefresh(key, 'on');
    transport.answer(201, { data: { token: api.client(room.id, 60) } });
    await pass(50);
    expect(callTimes()).toEqual([48]);
  });

  it('stops asking when its refresh token has ended', async () => {
    const { pass, window, callTimes } = await createKeptRoom({ client: 600, refresh: 1207 });
    await pass(1206);
    expect(stateOf(window)).toEqual({ kind: 'on' });
    await pass(1);
    expect(stateOf(window)).toEqual({ kind: 'stopped', obstacle: 'refreshTokenEnded' });
    await pass(86_400);
    expect(callTimes()).toEqual([540, 1080]);
  });
});
