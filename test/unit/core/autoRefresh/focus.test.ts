import { describe, expect, it } from 'vitest';
import { noon } from '../rooms/world';
import { createKeptRoom, nextAtOf, stateOf } from './keptRoom';

const paused = { kind: 'paused' };

describe('A window without focus', () => {
  it('pauses after 60 min, and sends nothing from then on', async () => {
    const { pass, callTimes, window, clock } = await createKeptRoom();
    await pass(10);
    window.focus.set(false);
    await pass(3599);
    expect(stateOf(window)).toEqual({ kind: 'on' });
    // It leaves a window that has the focus the time to be first.
    expect(callTimes()).toEqual([540.5, 1080.5, 1620.5, 2160.5, 2700.5, 3240.5]);
    await pass(1);
    expect(stateOf(window)).toEqual(paused);
    expect(nextAtOf(window)).toBeUndefined();
    await pass(40_000);
    expect(callTimes()).toHaveLength(6);
    expect(stateOf(window)).toEqual(paused);
    expect(clock.timers.every(left => left <= 30_000)).toBe(true);
  });

  it('refreshes at once when the focus is back', async () => {
    const { pass, callTimes, window } = await createKeptRoom();
    window.focus.set(false);
    await pass(7200);
    const before = callTimes().length;
    window.focus.set(true);
    expect(stateOf(window)).toEqual({ kind: 'on' });
    await pass(0);
    expect(callTimes().slice(before)).toEqual([7200]);
    await pass(540);
    expect(callTimes().slice(before)).toEqual([7200, 7740]);
  });

  it('goes on as before when the focus was lost for less', async () => {
    const { pass, callTimes, window } = await createKeptRoom();
    for (let hour = 0; hour < 4; hour++) {
      window.focus.set(false);
      await pass(3500);
      window.focus.set(true);
      await pass(100);
    }
    expect(callTimes()).toHaveLength(Math.floor((4 * 3600) / 540));
  });

  it('pauses when it wakes from a sleep of hours', async () => {
    const { pass, callTimes, window, clock } = await createKeptRoom();
    window.focus.set(false);
    clock.set(noon + 5 * 3_600_000);
    await pass(30);
    expect(stateOf(window)).toEqual(paused);
    expect(callTimes()).toEqual([]);
  });

  it.each([
    { minutes: 0, count: 24 },
    { minutes: 5, count: 0 },
    { minutes: 100, count: 11 },
  ])('is kept fresh as maxIdleMinutes = $minutes says', async ({ minutes, count }) => {
    const { pass, callTimes, window, preferences } = await createKeptRoom();
    preferences.set({ autoRefreshMaxIdleMinutes: minutes });
    window.focus.set(false);
    await pass(24 * 541);
    expect(callTimes()).toHaveLength(count);
  });

  it('goes on at once when the setting is raised', async () => {
    const { pass, callTimes, window, preferences } = await createKeptRoom();
    window.focus.set(false);
    await pass(7200);
    const before = callTimes().length;
    preferences.set({ autoRefreshMaxIdleMinutes: 0 });
    await pass(0);
    expect(callTimes()).toHaveLength(before + 1);
    expect(stateOf(window)).toEqual({ kind: 'on' });
  });

  it('counts from when the clock was set back', async () => {
    const { pass, window, clock, api } = await createKeptRoom();
    window.focus.set(false);
    clock.set(noon - 3_600_000);
    api.skew = 3_600_000;
    await pass(3660);
    expect(stateOf(window)).toEqual(paused);
  });
});
