import { describe, expect, it } from 'vitest';
import { roomKey } from '../../../../src/core/rooms/roomIdentity';
import { otherRoomId } from '../../../support/telnyxTokens';
import { room } from '../rooms/world';
import { createFreshWorld, createKeptRoom, stateOf } from './keptRoom';

const limited = (seconds: string) => ({ status: 429, headers: { 'retry-after': seconds } });
const neighbour = { ...room, id: otherRoomId };
const elsewhere = { ...neighbour, baseUrl: 'https://proxy.example/v2' };

describe('An API that asks to wait', () => {
  it('is waited for, a little longer than it asks', async () => {
    const { api, pass, callTimes, window } = await createKeptRoom();
    api.fault = () => (api.calls.length === 1 ? limited('20') : undefined);
    await pass(560);
    expect(callTimes()).toEqual([540]);
    expect(stateOf(window)).toMatchObject({ kind: 'retrying', error: { kind: 'rateLimited' } });
    await pass(2);
    expect(callTimes()).toEqual([540, 560.375]);
    expect(stateOf(window)).toEqual({ kind: 'on' });
  });

  it('is asked once more just before the token ends, and then waited for', async () => {
    const { api, pass, callTimes } = await createKeptRoom();
    api.fault = () => limited('300');
    await pass(899);
    expect(callTimes()).toEqual([540, 599]);
    await pass(2);
    expect(callTimes()).toHaveLength(3);
  });

  it('is not believed beyond an hour', async () => {
    const { api, pass, callTimes } = await createKeptRoom();
    api.fault = () => limited('999999');
    await pass(600 + 3700);
    expect(callTimes()).toHaveLength(3);
  });

  it('is waited for by its other rooms too, and by no room of another API', async () => {
    const { give, api, pass, window } = await createKeptRoom();
    await window.origins.trust(elsewhere.baseUrl);
    await pass(20);
    for (const target of [neighbour, elsewhere]) {
      await give(window, { client: 600, refresh: 86_400 }, target);
      await window.keeper.chooseAutoRefresh(roomKey(target), 'on');
    }
    api.fault = () => (api.calls.length === 1 ? limited('40') : undefined);
    await pass(540);
    const origins = api.calls.map(({ origin }) => origin);
    expect(origins).toEqual(['https://api.telnyx.com', 'https://proxy.example']);
    await pass(21);
    expect(api.calls.slice(2).map(({ roomId }) => roomId)).toEqual([room.id, neighbour.id]);
  });

  it('is asked again as soon as one of its rooms got through', async () => {
    const { give, api, pass, window } = await createKeptRoom();
    const later = { ...room, id: otherRoomId.replace('1', '2') };
    for (const [target, client] of [
      [neighbour, 600],
      [later, 610],
    ] as const) {
      await give(window, { client, refresh: 86_400 }, target);
      await window.keeper.chooseAutoRefresh(roomKey(target), 'on');
    }
    api.latency = 100;
    api.fault = ({ roomId }) => (roomId === room.id ? limited('40') : undefined);
    await pass(551);
    expect(api.calls.map(({ roomId }) => roomId)).toEqual(
      expect.arrayContaining([room.id, neighbour.id, later.id]),
    );
    expect(api.calls).toHaveLength(3);
  });

  it('and many rooms do not find out one by one', async () => {
    const { open, give, api, pass, preferences, callTimes } = createFreshWorld();
    preferences.set({ autoRefresh: true });
    const window = open({ random: pseudoRandom() });
    for (let index = 10; index < 60; index++) {
      const target = { ...room, id: room.id.slice(0, -2) + String(index) };
      await give(window, { client: 600, refresh: 86_400 }, target);
    }
    api.fault = () => ({ failure: 'network' });
    await pass(540 + 3600);
    // One room alone asks some 90 times: two at a time and once more each at its end, not fifty
    // times as often.
    expect(callTimes().length).toBeLessThan(300);
    api.fault = () => undefined;
    await pass(61);
    expect(window.rooms.all().every(({ autoRefresh }) => autoRefresh.kind === 'on')).toBe(true);
  });
});

/** Numbers from 0 to 1 that look random and are the same each time (Lehmer, MINSTD). */
function pseudoRandom(): () => number {
  let seed = 42;
  return () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}
