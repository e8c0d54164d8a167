import { describe, expect, it } from 'vitest';
import { key, never, newRefreshToken, noon, room } from '../rooms/world';
import { createKeptRoom, stateOf, stopsOf } from './keptRoom';

const refused = { kind: 'stopped', obstacle: 'refused' };
const day = 86_400;

/** A kept room whose API refuses it when its token of ten minutes is due. */
async function createRefused(status = 403) {
  const kept = await createKeptRoom({ refresh: 3 * day });
  kept.api.fault = () => ({ status });
  const stops = stopsOf(kept.window);
  const before = kept.secrets.contents;
  await kept.pass(540);
  return { ...kept, stops, before };
}

describe('A refusal', () => {
  it.each([
    { status: 400, kind: 'invalid' },
    { status: 401, kind: 'unauthorized' },
    { status: 403, kind: 'refused' },
    { status: 404, kind: 'notFound' },
    { status: 422, kind: 'invalid' },
  ])('of status $status stops auto-refresh, and says so once', async ({ status, kind }) => {
    const { pass, callTimes, window, stops, secrets, before } = await createRefused(status);
    expect(stateOf(window)).toEqual(refused);
    expect(window.rooms.get(key)).toMatchObject({
      record: { autoRefresh: 'stopped', clientToken: { expiresAt: noon + 600_000 } },
      activity: { kind: 'failed', error: { kind } },
    });
    await pass(day);
    expect(callTimes()).toEqual([540]);
    expect(stops).toMatchObject([{ key, action: 'refresh', error: { kind } }]);
    expect(secrets.contents).toEqual(before);
  });

  it('holds after a reload', async () => {
    const { pass, callTimes, window, open } = await createRefused();
    window.dispose();
    const reloaded = open();
    const stops = stopsOf(reloaded);
    expect(stateOf(reloaded)).toEqual(refused);
    await pass(day);
    expect(callTimes()).toEqual([540]);
    expect(stops).toEqual([]);
  });

  it('holds when the focus comes back, the setting changes or a clock is set', async () => {
    const { pass, callTimes, window, preferences, clock } = await createRefused();
    window.focus.set(false);
    await pass(7200);
    window.focus.set(true);
    preferences.set({ autoRefresh: true });
    clock.set(noon + day * 1000);
    await pass(600);
    expect(callTimes()).toEqual([540]);
    expect(stateOf(window)).toEqual(refused);
  });

  it('ends with a new refresh token', async () => {
    const { pass, callTimes, window, api } = await createRefused();
    await pass(60);
    api.fault = () => undefined;
    const token = newRefreshToken(day, noon + 600_000);
    await window.keeper.keep(room, { refresh: { token } });
    expect(stateOf(window)).toEqual({ kind: 'on' });
    await pass(600);
    expect(callTimes()).toEqual([540, 600, 1140]);
    expect(window.rooms.get(key)?.record.autoRefresh).toBe('on');
  });

  it('ends with a refresh by hand that succeeds', async () => {
    const { pass, callTimes, window, api } = await createRefused();
    api.fault = () => undefined;
    await window.tokens.refresh({ room, ttlSeconds: 600 }, never);
    expect(stateOf(window)).toEqual({ kind: 'on' });
    await pass(540);
    expect(callTimes()).toEqual([540, 540, 1080]);
  });

  it('is told again when the user turned it on again in vain', async () => {
    const { pass, callTimes, window, stops } = await createRefused();
    await window.keeper.chooseAutoRefresh(key, 'on');
    await pass(day);
    expect(callTimes()).toHaveLength(2);
    expect(stops).toHaveLength(2);
    expect(stateOf(window)).toEqual(refused);
  });

  it('that comes after the user turned it off changes nothing', async () => {
    const kept = await createKeptRoom();
    const { api, pass, window, give } = kept;
    const stops = stopsOf(window);
    api.latency = 2000;
    api.fault = () => ({ status: 403 });
    await pass(541);
    await window.keeper.chooseAutoRefresh(key, 'off');
    await pass(2);
    expect(api.calls).toHaveLength(1);
    expect(stops).toEqual([]);
    await give(window, { refresh: 600 });
    expect(stateOf(window)).toEqual({ kind: 'off' });
  });

  it('that is not even sent counts too: a token for another room', async () => {
    const { window, pass, callTimes, api } = await createKeptRoom();
    const stops = stopsOf(window);
    const other = api.refresh('11111111-2222-4333-8444-555555555555', day);
    await window.keeper.keep(room, { refresh: { token: other } });
    await pass(day);
    expect(callTimes()).toEqual([]);
    expect(stops).toMatchObject([{ action: 'refresh', error: { name: 'RefusedTokenError' } }]);
    expect(stateOf(window)).toEqual(refused);
  });
});

describe('A refresh token that VS Code lost', () => {
  it('is noticed at the next refresh, and said once', async () => {
    const { window, pass, callTimes, secrets, give } = await createKeptRoom();
    const stops = stopsOf(window);
    secrets.corrupt(`telnyxRooms.refreshToken:${key}`);
    await pass(3600);
    expect(callTimes()).toEqual([]);
    expect(stops).toMatchObject([{ action: 'refresh', error: { name: 'MissingTokenError' } }]);
    expect(stateOf(window)).toEqual({ kind: 'stopped', obstacle: 'noRefreshToken' });
    await give(window, { refresh: day });
    await pass(0);
    expect(callTimes()).toEqual([3600]);
    expect(stateOf(window)).toEqual({ kind: 'on' });
  });
});
