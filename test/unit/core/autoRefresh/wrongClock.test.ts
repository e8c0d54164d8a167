import { describe, expect, it } from 'vitest';
import { key, never, noon, room } from '../rooms/world';
import { createFreshWorld, createKeptRoom, gapsOf, stateOf } from './keptRoom';

const minute = 60_000;

/** A window that has a token by an API whose clock is ahead so much, or behind. */
async function createSkewed(skew: number, ttlSeconds: number, tellsDate = true) {
  const world = createFreshWorld();
  world.api.skew = skew;
  world.api.tellsDate = tellsDate;
  const window = world.open();
  await world.give(window, { refresh: 86_400 });
  await window.tokens.refresh({ room, ttlSeconds }, never);
  await window.keeper.chooseAutoRefresh(key, 'on');
  return { ...world, window };
}

describe('A clock that is wrong', () => {
  it.each([
    { skew: -7 * minute, ttl: 10, left: 3 },
    { skew: 7 * minute, ttl: 10, left: 3 },
    { skew: -3 * minute, ttl: 60, left: 12 },
    { skew: 3 * minute, ttl: 600, left: 60 },
    { skew: -30 * minute, ttl: 3600, left: 60 },
  ])('by $skew ms does not move the refreshes of $ttl s', async ({ skew, ttl, left }) => {
    const { pass, callTimes, window } = await createSkewed(skew, ttl);
    const cycle = ttl - left;
    await pass(4 * cycle + 1);
    const gaps = gapsOf(callTimes());
    expect(gaps).toHaveLength(4);
    // The header's whole seconds may cost one.
    expect(gaps.every(gap => gap <= cycle && gap > cycle - 1.1)).toBe(true);
    expect(Math.abs(window.clocks.offset(room.baseUrl) - skew)).toBeLessThanOrEqual(1000);
    expect(stateOf(window)).toEqual({ kind: 'on' });
  });

  it.each([0.9, -0.9])('by only %s s counts as right', async seconds => {
    const { pass, callTimes, window } = await createSkewed(seconds * 1000, 60);
    expect(window.clocks.offset(room.baseUrl)).toBe(0);
    await pass(400);
    expect(gapsOf(callTimes()).every(gap => gap >= 47 && gap <= 49)).toBe(true);
  });

  it.each([
    { skew: -10 * minute, ttl: 600 },
    { skew: -10 * minute, ttl: 10 },
    { skew: -300 * minute, ttl: 3600 },
  ])('by $skew ms causes no storm where no header tells', async ({ skew, ttl }) => {
    const { pass, callTimes, window } = await createSkewed(skew, ttl, false);
    expect(window.clocks.offset(room.baseUrl)).toBe(0);
    await pass(3600);
    const gaps = gapsOf(callTimes());
    expect(gaps.length).toBeGreaterThanOrEqual(Math.floor(3600 / ttl));
    // The very first one is asked for by hand, the next one by auto-refresh at once.
    expect(gaps.slice(1).every(gap => gap >= ttl / 2)).toBe(true);
  });

  it('causes no storm of renewals', async () => {
    const { pass, api, window, preferences } = await createSkewed(-300 * minute, 600, false);
    preferences.set({ autoRenew: true });
    await window.apiKeys.write(room.baseUrl, 'KEY-0123456789');
    await window.keeper.keep(room, {
      refresh: { token: api.refresh(room.id, 3600), ttlSeconds: 3600 },
    });
    await pass(86_400);
    expect(api.calls.every(({ action }, index) => index < 2 || action === 'generate')).toBe(true);
    const gaps = gapsOf(api.calls.map(({ at }) => at)).slice(2);
    expect(gaps.length).toBeGreaterThan(86_400 / 600);
    expect(Math.min(...gaps)).toBe(300_000);
    expect(stateOf(window)).toEqual({ kind: 'on' });
  });

  it('causes no storm between windows either', async () => {
    const { open, pass, callTimes } = await createSkewed(-10 * minute, 60, false);
    open();
    open();
    await pass(3600);
    expect(callTimes().length).toBeLessThanOrEqual(3 * (3600 / 30 + 2));
    expect(callTimes().length).toBeGreaterThan(3600 / 60);
  });
});

describe('A clock that is set', () => {
  it('forward, as it seems after hours of sleep, brings one refresh within 30 s', async () => {
    const { clock, pass, callTimes } = await createKeptRoom();
    await pass(100);
    clock.set(noon + 5 * 3_600_000);
    await pass(30);
    expect(callTimes()).toHaveLength(1);
    await pass(500);
    expect(callTimes()).toHaveLength(1);
    await pass(40);
    expect(gapsOf(callTimes())).toEqual([540]);
  });

  it('forward beyond the end of the refresh token brings none', async () => {
    const { clock, pass, callTimes, window } = await createKeptRoom({ refresh: 3600 });
    clock.set(noon + 5 * 3_600_000);
    await pass(86_400);
    expect(callTimes()).toEqual([]);
    expect(stateOf(window)).toEqual({ kind: 'stopped', obstacle: 'refreshTokenEnded' });
  });

  it.each([
    { ttl: 60, hours: 3 },
    { ttl: 600, hours: 3 },
    { ttl: 3600, hours: 48 },
  ])('back by $hours h delays a refresh by at most 30 s', async ({ ttl, hours }) => {
    const { clock, api, pass, callTimes } = await createKeptRoom({ client: ttl });
    const cycle = ttl - Math.min(60, ttl / 5);
    await pass(2.5 * cycle);
    expect(callTimes()).toHaveLength(2);
    const setBack = hours * 3_600_000;
    clock.set(clock.now() - setBack);
    api.skew = setBack;
    await pass(cycle / 2 + 30);
    expect(callTimes()).toHaveLength(3);
    await pass(5 * cycle);
    expect(callTimes()).toHaveLength(8);
  });

  it('back in the middle of a pause lets it end', async () => {
    const { clock, api, pass, callTimes } = await createKeptRoom();
    api.fault = () => ({ status: 500 });
    await pass(570);
    const before = callTimes().length;
    clock.set(noon - 3_600_000);
    api.skew = 3_600_000 + 570_000;
    api.fault = () => undefined;
    await pass(30);
    expect(callTimes()).toHaveLength(before + 1);
  });
});
