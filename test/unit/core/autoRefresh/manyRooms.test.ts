import { describe, expect, it } from 'vitest';
import type { AutoRefreshChoice } from '../../../../src/core/autoRefresh/autoRefreshState';
import { RateLimit } from '../../../../src/sandbox/rateLimit';
import type { RoomRecord } from '../../../../src/core/rooms/room';
import { roomKey } from '../../../../src/core/rooms/roomIdentity';
import { serializeTokenSecret } from '../../../../src/core/secrets/tokenSecret';
import { noon, room } from '../rooms/world';
import { createFreshWorld } from './keptRoom';

/** As many stored rooms, whose client tokens of ten minutes become due within a minute. */
async function createManyRooms(count: number, autoRefresh: AutoRefreshChoice | null = 'on') {
  const world = createFreshWorld();
  const { state, secrets, api, open } = world;
  for (let index = 0; index < count; index++) {
    const id = room.id.slice(0, -4) + String(index).padStart(4, '0');
    const times = { issuedAt: noon, expiresAt: noon + 86_400_000 };
    const record: RoomRecord = {
      ...room,
      id,
      ...(autoRefresh && { autoRefresh }),
      clientToken: { issuedAt: noon, expiresAt: noon + (600 + (index * 60) / count) * 1000 },
      refreshToken: times,
    };
    const key = roomKey(record);
    await state.update(`telnyxRooms.room:${key}`, record);
    const secret = { kind: 'refresh', room: { ...room, id }, times } as const;
    const token = api.refresh(id, 86_400);
    secrets.put(`telnyxRooms.refreshToken:${key}`, serializeTokenSecret({ ...secret, token }));
  }
  world.preferences.set({ notifyBeforeExpiry: 0 });
  const window = open();
  // What shows the rooms has a timer of its own.
  window.watch.dispose();
  return { ...world, window };
}

describe('A thousand rooms', () => {
  it('are kept fresh with one timer, each once, two at a time', { timeout: 60_000 }, async () => {
    const { clock, api, pass, window } = await createManyRooms(1000);
    expect(clock.timers).toEqual([30_000]);
    api.latency = 90;
    await pass(539);
    // The second one ends the connection that is open for the first request.
    expect(clock.timers).toEqual([1000, 26_000]);
    expect(api.calls).toHaveLength(0);
    await pass(71);
    expect(api.calls).toHaveLength(1000);
    expect(new Set(api.calls.map(({ roomId }) => roomId)).size).toBe(1000);
    expect(api.mostOpen).toBe(2);
    expect(window.rooms.all().every(({ autoRefresh }) => autoRefresh.kind === 'on')).toBe(true);
    expect(clock.timers).toHaveLength(1);
  });

  it('share what the API takes in a minute, and none is late', { timeout: 60_000 }, async () => {
    const { api, pass, window } = await createManyRooms(1000);
    api.limit = new RateLimit(1100);
    api.latency = 90;
    for (let second = 1; second <= 660; second++) {
      await pass(1);
      const ends = window.rooms.all().map(({ record }) => record.clientToken?.expiresAt ?? 0);
      expect(Math.min(...ends), `after ${second} s`).toBeGreaterThan(noon + second * 1000);
    }
    expect(api.calls).toHaveLength(1000);
    expect(api.overLimit).toBe(0);
    expect(api.mostOpen).toBe(2);
  });

  it('that are kept fresh no longer, or again, are one change', async () => {
    const { window, preferences } = await createManyRooms(1000, null);
    const changes: string[] = [];
    window.rooms.onDidChange(({ kind }) => changes.push(kind));
    preferences.set({ autoRefresh: true });
    expect(window.rooms.all().every(({ autoRefresh }) => autoRefresh.kind === 'on')).toBe(true);
    preferences.set({ autoRefresh: false });
    expect(changes).toEqual(['list', 'list']);
  });

  it('that are all due at once get the token first that ends first', async () => {
    const { clock, api, pass } = await createManyRooms(20);
    clock.set(noon + 605_000);
    api.latency = 50;
    await pass(32);
    expect(api.mostOpen).toBe(2);
    const order = api.calls.map(({ roomId }) => roomId);
    expect(order).toHaveLength(20);
    expect(order).toEqual([...order].sort());
  });
});
