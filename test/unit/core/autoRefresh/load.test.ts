import { describe, expect, it } from 'vitest';
import { roomKey } from '../../../../src/core/rooms/roomIdentity';
import { RateLimit } from '../../../../src/sandbox/rateLimit';
import { noon, room } from '../rooms/world';
import { createFreshWorld } from './keptRoom';

const roomCount = 200;
const seconds = 180;

/** As many rooms that are kept fresh, on client tokens of 10 s. */
async function createLoad(perMinute: number) {
  const world = createFreshWorld();
  const { api, give, open, preferences } = world;
  preferences.set({ autoRefresh: true, notifyBeforeExpiry: 0 });
  const window = open();
  for (let index = 0; index < roomCount; index++) {
    const id = room.id.slice(0, -4) + String(index).padStart(4, '0');
    await give(window, { client: 10, refresh: 86_400 }, { ...room, id });
  }
  api.limit = new RateLimit(perMinute);
  return { ...world, window };
}

describe('200 rooms on tokens of 10 s, for 3 minutes', () => {
  it('are fresh the whole time, each asked for every 7 s', { timeout: 120_000 }, async () => {
    const { api, clock, pass, secrets, window } = await createLoad(10_000);
    for (let second = 1; second <= seconds; second++) {
      await pass(1);
      const ends = window.rooms.all().map(({ record }) => record.clientToken?.expiresAt ?? 0);
      expect(Math.min(...ends), `after ${second} s`).toBeGreaterThan(noon + second * 1000);
      expect(clock.timers.length).toBeLessThanOrEqual(3);
    }
    expect(api.calls).toHaveLength(roomCount * Math.floor(seconds / 7));
    expect(api.overLimit).toBe(0);
    expect(Object.keys(secrets.contents)).toHaveLength(2 * roomCount);
  });

  it(
    'send no request above what the API takes, and use all of that',
    { timeout: 120_000 },
    async () => {
      const { api, pass, window } = await createLoad(301);
      // So that two are under way at a time, of which the last one of a minute may be one too many.
      api.latency = 20;
      await pass(seconds);
      expect(api.overLimit).toBe(0);
      // The window of a minute opens with the first request, 7 s after the start.
      expect(api.calls).toHaveLength(3 * 301);
      expect(window.rooms.all().every(({ activity }) => activity.kind === 'idle')).toBe(true);
      // Whose token has ended for longest comes first: nobody starves.
      const asked = new Map(api.calls.map(({ roomId }) => [roomId, true]));
      expect(asked.size).toBe(roomCount);
    },
  );
});

describe('What an API tells of its limit', () => {
  it('holds up no other API', async () => {
    const elsewhere = { ...room, baseUrl: 'https://proxy.example/v2' };
    const { api, give, open, pass, preferences } = createFreshWorld();
    preferences.set({ autoRefresh: true });
    const window = open();
    await window.origins.trust(elsewhere.baseUrl);
    api.fault = ({ origin }) =>
      origin === 'https://proxy.example'
        ? undefined
        : { status: 500, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '60' } };
    await give(window, { client: 10, refresh: 86_400 });
    await give(window, { client: 11, refresh: 86_400 }, elsewhere);
    await pass(30);
    const asked = (target: typeof room) =>
      api.calls.filter(({ origin }) => roomKey(target).startsWith(origin)).length;
    expect([asked(room), asked(elsewhere)]).toEqual([1, 3]);
    await pass(38);
    expect(asked(room)).toBe(2);
  });

  it.each(['junk', '-1', ''])('is not believed when it is %j', async value => {
    const { api, give, open, pass, preferences } = createFreshWorld();
    preferences.set({ autoRefresh: true });
    const window = open();
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': value };
    api.fault = () => ({ status: 500, headers });
    await give(window, { client: 10, refresh: 86_400 });
    await pass(9);
    expect(api.calls.length).toBeGreaterThan(1);
  });

  it('is not believed beyond an hour', async () => {
    const { api, give, open, pass, preferences } = createFreshWorld();
    preferences.set({ autoRefresh: true });
    const window = open();
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '999999' };
    api.fault = () => ({ status: 500, headers });
    await give(window, { client: 10, refresh: 86_400 });
    await pass(3600);
    expect(api.calls).toHaveLength(1);
    await pass(60);
    expect(api.calls).toHaveLength(2);
  });
});
