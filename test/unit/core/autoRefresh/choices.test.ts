import { describe, expect, it } from 'vitest';
import { key, noon, room } from '../rooms/world';
import { createFreshWorld, createKeptRoom, nextAtOf, stateOf } from './keptRoom';

const untrusted = { ...room, baseUrl: 'https://proxy.example/v2' };

/** A window with a room for which the user has not chosen. */
async function createRoomWithoutChoice() {
  const world = createFreshWorld();
  const window = world.open();
  await world.give(window, { client: 600, refresh: 86_400 });
  return { ...world, window };
}

describe('Whether a room is kept fresh', () => {
  it('is not by itself', async () => {
    const { pass, callTimes, window } = await createRoomWithoutChoice();
    await pass(3600);
    expect(callTimes()).toEqual([]);
    expect(stateOf(window)).toEqual({ kind: 'off' });
  });

  it('follows the setting at once, both ways', async () => {
    const { pass, callTimes, window, preferences } = await createRoomWithoutChoice();
    preferences.set({ autoRefresh: true });
    expect(stateOf(window)).toEqual({ kind: 'on' });
    await pass(540);
    expect(callTimes()).toEqual([540]);
    preferences.set({ autoRefresh: false });
    expect(stateOf(window)).toEqual({ kind: 'off' });
    await pass(3600);
    expect(callTimes()).toEqual([540]);
  });

  it('follows the setting for a room that comes later', async () => {
    const { pass, callTimes, open, give, preferences } = createFreshWorld();
    preferences.set({ autoRefresh: true });
    const window = open();
    await pass(100);
    await give(window, { client: 600, refresh: 86_400 });
    await pass(540);
    expect(callTimes()).toEqual([640]);
  });

  it('is the choice of the user before the setting', async () => {
    const { pass, callTimes, window, preferences } = await createKeptRoom();
    await window.keeper.chooseAutoRefresh(key, 'off');
    preferences.set({ autoRefresh: true });
    await pass(3600);
    expect(stateOf(window)).toEqual({ kind: 'off' });
    expect(callTimes()).toEqual([]);
    await window.keeper.chooseAutoRefresh(key, 'on');
    preferences.set({ autoRefresh: false });
    await pass(0);
    expect(stateOf(window)).toEqual({ kind: 'on' });
    expect(callTimes()).toEqual([3600]);
  });

  it('is chosen for the next window too', async () => {
    const { window, open } = await createKeptRoom();
    window.dispose();
    expect(stateOf(open())).toEqual({ kind: 'on' });
  });

  it('ends with the room', async () => {
    const { pass, callTimes, window } = await createKeptRoom();
    await window.tokens.forget(key);
    await pass(3600);
    expect(callTimes()).toEqual([]);
  });

  it('is said to be impossible without a refresh token', async () => {
    const { pass, callTimes, open, give, preferences } = createFreshWorld();
    preferences.set({ autoRefresh: true });
    const window = open();
    await give(window, { client: 600 });
    await pass(3600);
    expect(stateOf(window)).toEqual({ kind: 'stopped', obstacle: 'noRefreshToken' });
    expect(callTimes()).toEqual([]);
    await give(window, { refresh: 3600 });
    await pass(0);
    expect(callTimes()).toEqual([3600]);
  });

  it('is said to be impossible at an API that the user has not agreed to', async () => {
    const { pass, transport, open, give, preferences } = createFreshWorld();
    preferences.set({ autoRefresh: true, autoRenew: true });
    const window = open();
    await window.apiKeys.write(untrusted.baseUrl, 'KEY-of-this-origin');
    await give(window, { client: 60, refresh: 600 }, untrusted);
    await pass(3600);
    const [shown] = window.rooms.all();
    expect(shown?.autoRefresh).toEqual({ kind: 'stopped', obstacle: 'untrustedOrigin' });
    expect(transport.requests).toEqual([]);
    await window.origins.trust(untrusted.baseUrl);
    await give(window, { refresh: 3600 }, untrusted);
    await pass(0);
    expect(transport.requests.map(({ url }) => new URL(url).host)).toEqual(['proxy.example']);
  });

  it('says when the next refresh is, by the clock of the API', async () => {
    const { window, api, pass, give } = await createKeptRoom();
    api.skew = 180_000;
    await pass(541);
    await give(window, { client: 600 });
    const next = nextAtOf(window);
    expect(next).toBe(noon + (541 + 180 + 540) * 1000);
  });
});
