import { describe, expect, it } from 'vitest';
import { key, never, newRefreshToken, noon, room } from '../rooms/world';
import { createKeptRoom, stateOf, stopsOf } from './keptRoom';

const refused = { kind: 'stopped', obstacle: 'refused' };

/** A kept room in as many windows. */
async function createWindows(count: number) {
  const { window, ...kept } = await createKeptRoom();
  return { ...kept, windows: [window, ...Array.from({ length: count - 1 }, () => kept.open())] };
}

describe('Windows that keep the same room fresh', () => {
  it.each([2, 6])('%i of them make one request per cycle, and show the same', async count => {
    const { windows, api, pass, callTimes, locks } = await createWindows(count);
    api.latency = 300;
    await pass(540);
    expect(locks.queued(key)).toBe(count);
    await pass(541);
    expect(callTimes()).toEqual([540, 1080]);
    const shown = windows.map(({ rooms }) => rooms.get(key));
    expect(shown).toEqual(shown.map(() => shown[0]));
    expect(shown[0]).toMatchObject({
      record: { clientToken: { issuedAt: noon + 1080_000 } },
      activity: { kind: 'idle' },
      autoRefresh: { kind: 'on' },
    });
    expect(locks.queued(key)).toBe(0);
  });

  it('go on when the one that asked is killed', async () => {
    const { api, pass, callTimes, locks } = await createWindows(2);
    api.latency = 100_000;
    await pass(540);
    expect(callTimes()).toEqual([540]);
    api.latency = 0;
    locks.expire(key);
    await pass(1);
    expect(callTimes()).toEqual([540, 540]);
  });

  it('stop before they send when another one was told to', async () => {
    const { windows, pass, callTimes, state } = await createWindows(2);
    const [one, other] = windows;
    await one?.keeper.chooseAutoRefresh(key, 'off');
    expect(other && stateOf(other)).toEqual({ kind: 'on' });
    await pass(3600);
    expect(callTimes()).toEqual([]);
    expect(windows.map(stateOf)).toEqual([{ kind: 'off' }, { kind: 'off' }]);
    expect(state.get(`telnyxRooms.room:${key}`)).toMatchObject({ autoRefresh: 'off' });
  });

  it('see a choice of another one when they get the focus', async () => {
    const { windows, pass, callTimes, open } = await createWindows(1);
    const other = open();
    await windows[0]?.keeper.chooseAutoRefresh(key, 'off');
    await other.otherWindows.catchUp();
    expect(stateOf(other)).toEqual({ kind: 'off' });
    await windows[0]?.keeper.chooseAutoRefresh(key, 'on');
    await other.otherWindows.catchUp();
    expect(stateOf(other)).toEqual({ kind: 'on' });
    await pass(540);
    expect(callTimes()).toEqual([540]);
  });

  it('do not ask again later for what was refused to one', async () => {
    const { windows, api, pass, callTimes } = await createWindows(2);
    const [one, other] = windows;
    other?.focus.set(false);
    await pass(3650);
    const before = callTimes().length;
    api.fault = () => ({ status: 403 });
    await pass(600);
    expect(callTimes()).toHaveLength(before + 1);
    expect(one && stateOf(one)).toEqual(refused);
    const stops = other && stopsOf(other);
    other?.focus.set(true);
    await pass(86_400 - 5000);
    expect(callTimes()).toHaveLength(before + 1);
    expect(other && stateOf(other)).toEqual(refused);
    expect(stops).toEqual([]);
  });

  it.each([401, 403, 404, 422])(
    'that are due at the same moment ask once, and say once, that it is refused with %i',
    async status => {
      const { windows, api, pass, callTimes } = await createWindows(3);
      const stops = windows.map(stopsOf);
      api.latency = 200;
      api.fault = () => ({ status });
      await pass(3600);
      expect(callTimes()).toEqual([540]);
      expect(stops.flat()).toHaveLength(1);
      expect(windows.map(stateOf)).toEqual([refused, refused, refused]);
    },
  );

  it('do not bring back a room that one of them forgot while it was refreshed', async () => {
    const { windows, api, pass, secrets, state } = await createWindows(2);
    api.latency = 5000;
    await pass(541);
    const asking = windows.filter(({ rooms }) => rooms.get(key)?.activity.kind === 'refreshing');
    expect(asking.length).toBeGreaterThan(0);
    await windows[1]?.tokens.forget(key);
    await pass(600);
    expect(windows.map(({ rooms }) => rooms.all())).toEqual([[], []]);
    expect(Object.keys(secrets.contents)).toEqual([]);
    expect(state.keys().filter(name => name.includes(room.id))).toEqual([]);
  });

  it('all go on with a new refresh token after a refusal', async () => {
    const { windows, api, pass, secrets, callTimes } = await createWindows(2);
    api.fault = () => ({ status: 403 });
    await pass(700);
    const before = callTimes().length;
    api.fault = () => undefined;
    await windows[1]?.keeper.keep(room, { refresh: { token: newRefreshToken(86_400) } });
    await secrets.settled();
    expect(windows.map(stateOf)).toEqual([{ kind: 'on' }, { kind: 'on' }]);
    await pass(0);
    expect(callTimes()).toHaveLength(before + 1);
  });

  it('take over what a user asked for in one of them', async () => {
    const { windows, api, pass, callTimes } = await createWindows(2);
    api.latency = 5000;
    await pass(538);
    const byHand = windows[1]?.tokens.refresh({ room, ttlSeconds: 60 }, never);
    await pass(6);
    await byHand;
    expect(callTimes()).toEqual([538]);
    expect(windows.map(({ rooms }) => rooms.get(key)?.record)).toMatchObject([
      { lastTtlSeconds: 60, clientToken: { expiresAt: noon + (543 + 60) * 1000 } },
      { lastTtlSeconds: 60, clientToken: { expiresAt: noon + (543 + 60) * 1000 } },
    ]);
    await pass(43);
    expect(callTimes()).toHaveLength(1);
    await pass(5);
    expect(callTimes()).toHaveLength(2);
  });

  it('give what one of them got to a user who asks for the same meanwhile', async () => {
    const { windows, api, pass, callTimes } = await createWindows(2);
    windows[1]?.focus.set(false);
    api.latency = 5000;
    await pass(540);
    const byHand = windows[1]?.tokens.refresh({ room, ttlSeconds: 600 }, never);
    await pass(6);
    await byHand;
    expect(callTimes()).toEqual([540]);
  });

  it('each pause alone', async () => {
    const { windows, pass, callTimes } = await createWindows(2);
    windows[0]?.focus.set(false);
    await pass(7200);
    expect(windows.map(stateOf)).toEqual([{ kind: 'paused' }, { kind: 'on' }]);
    expect(callTimes()).toHaveLength(Math.floor(7200 / 540));
  });
});
