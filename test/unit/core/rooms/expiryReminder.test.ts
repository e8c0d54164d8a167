import { describe, expect, it } from 'vitest';
import { createWorld, key, newClientToken, newRefreshToken, noon, room } from './world';

const minute = 60_000;

/** A window that has the focus and a room whose client token lives so long; and what it was told. */
async function watched(ttlSeconds = 600) {
  const world = createWorld();
  const core = world.open();
  const told: string[] = [];
  core.reminder.onDidChange(({ kind }) =>
    told.push(`${kind} ${(world.clock.now() - noon) / 1000}`),
  );
  await core.keeper.keep(room, { client: { token: newClientToken(ttlSeconds) } });
  return { ...world, core, told };
}

describe('The reminder of a client token that ends', () => {
  it('comes once, a minute before, and goes at the end', async () => {
    const { clock, told } = await watched();
    clock.advance(3600_000);
    expect(told).toEqual(['due 540', 'gone 600']);
    expect(clock.timers).toEqual([]);
  });

  it.each([
    [600, 300, 'due 300'],
    [60, 60, 'due 30'],
    [10, 60, 'due 5'],
    [3600, 10, 'due 3590'],
  ])('of a TTL of %d s, told %d s before, is %s', async (ttl, before, first) => {
    const { clock, preferences, told } = await watched(ttl);
    preferences.set({ notifyBeforeExpiry: before });
    clock.advance(ttl * 1000);
    expect(told[0]).toBe(first);
  });

  it('never comes when nobody wants it, or where the room is kept fresh', async () => {
    const { clock, core, preferences, told } = await watched();
    preferences.set({ notifyBeforeExpiry: 0 });
    clock.advance(8 * minute);
    preferences.set({ notifyBeforeExpiry: 60 });
    await core.keeper.chooseAutoRefresh(key, 'on');
    clock.advance(minute + 30_000);
    expect(told).toEqual([]);
  });

  it('never comes at start-up', async () => {
    const { clock, open } = await watched();
    clock.advance(9 * minute + 1000);
    const reloaded = open();
    const told: string[] = [];
    reloaded.reminder.onDidChange(({ kind }) => told.push(kind));
    clock.advance(minute);
    expect(told).toEqual([]);
  });

  it('comes in one window of two, the one that has the focus', async () => {
    const { clock, core, open, told } = await watched();
    const other = open();
    const toldThere: string[] = [];
    other.reminder.onDidChange(({ kind }) => toldThere.push(kind));
    core.focus.set(false);
    clock.advance(9 * minute + 5000);
    expect(told).toEqual([]);
    expect(toldThere).toEqual(['due']);
    core.focus.set(true);
    expect(told).toEqual([]);
  });

  it('waits for the focus', async () => {
    const { clock, core, told } = await watched();
    core.focus.set(false);
    clock.advance(9 * minute + 5000);
    expect(told).toEqual([]);
    core.focus.set(true);
    expect(told).toEqual(['due 545']);
  });

  it('goes when the token is refreshed, the room is kept fresh, or forgotten', async () => {
    const refreshed = await watched();
    refreshed.clock.advance(9 * minute);
    await refreshed.core.keeper.keep(room, { client: { token: newClientToken(1200) } });
    expect(refreshed.told).toEqual(['due 540', 'gone 540']);

    const kept = await watched();
    kept.clock.advance(9 * minute);
    await kept.core.keeper.keep(room, { refresh: { token: newRefreshToken() } });
    expect(kept.told).toEqual(['due 540']);
    await kept.core.keeper.chooseAutoRefresh(key, 'off');
    expect(kept.told).toEqual(['due 540']);
    kept.preferences.set({ autoRefresh: true });
    await kept.core.keeper.chooseAutoRefresh(key, 'stopped');
    expect(kept.told).toEqual(['due 540', 'gone 540']);

    const forgotten = await watched();
    forgotten.clock.advance(9 * minute);
    await forgotten.core.tokens.forget(key);
    expect(forgotten.told).toEqual(['due 540', 'gone 540']);
    expect(forgotten.state.keys()).toEqual([]);
  });

  it('comes again for the next token, and keeps no trace of the last', async () => {
    const { clock, core, state, told } = await watched();
    clock.advance(11 * minute);
    await core.keeper.keep(room, { client: { token: newClientToken(600, clock.now()) } });
    clock.advance(9 * minute);
    expect(told.filter(text => text.startsWith('due'))).toEqual(['due 540', 'due 1200']);
    expect(Object.keys(state.get('telnyxRooms.lastReminders') ?? {})).toEqual([key]);
  });
});
