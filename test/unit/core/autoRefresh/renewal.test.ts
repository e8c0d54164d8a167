import { describe, expect, it } from 'vitest';
import { key, noon, room } from '../rooms/world';
import { createKeptRoom, stateOf, stopsOf } from './keptRoom';

const apiKey = 'KEY-0123456789';

/** A kept room whose refresh token of an hour may be renewed with the stored key. */
async function createRenewable(lives = { client: 600, refresh: 3600 }) {
  const kept = await createKeptRoom(lives);
  kept.preferences.set({ autoRenew: true });
  await kept.window.apiKeys.write(room.baseUrl, apiKey);
  const renewals = () => kept.api.calls.filter(({ action }) => action === 'generate');
  const renewalTimes = () => renewals().map(({ at }) => (at - noon) / 1000);
  return { ...kept, renewals, renewalTimes };
}

describe('A new pair', () => {
  it.each([
    { client: 600, refresh: 3600, at: 3240 },
    { client: 60, refresh: 14_400, at: 12_960 },
    { client: 10, refresh: 60, at: 54 },
  ])('is made when 10 % of $refresh s are left, with the last TTLs', async ({ at, ...lives }) => {
    const { pass, renewals, renewalTimes, window, callTimes } = await createRenewable(lives);
    await pass(at - 1);
    expect(renewals()).toEqual([]);
    await pass(1);
    expect(renewals()).toMatchObject([
      {
        ttlSeconds: lives.client,
        refreshTtlSeconds: lives.refresh,
        authorization: `Bearer ${apiKey}`,
      },
    ]);
    expect(window.rooms.get(key)?.record).toMatchObject({
      clientToken: { expiresAt: noon + (at + lives.client) * 1000 },
      refreshToken: { expiresAt: noon + (at + lives.refresh) * 1000 },
    });
    await pass(2 * at);
    expect(renewalTimes()).toEqual([at, 2 * at, 3 * at]);
    const cycle = lives.client - Math.max(3, Math.min(60, lives.client / 5));
    expect(callTimes().length).toBeLessThanOrEqual(3 * Math.ceil(at / cycle) + 1);
    expect(stateOf(window)).toEqual({ kind: 'on' });
  });

  it('keeps a room alive for a week', async () => {
    const { pass, window, renewals, callTimes } = await createRenewable();
    await pass(7 * 86_400);
    expect(stateOf(window)).toEqual({ kind: 'on' });
    expect(renewals()).toHaveLength(Math.floor((7 * 86_400) / 3240));
    expect(callTimes()).toHaveLength(Math.floor((7 * 86_400) / 540));
  });

  it('is made at once when the refresh token has ended', async () => {
    const { window, preferences, pass, renewalTimes } = await createRenewable();
    preferences.set({ autoRenew: false });
    await pass(7200);
    expect(stateOf(window)).toEqual({ kind: 'stopped', obstacle: 'refreshTokenEnded' });
    preferences.set({ autoRenew: true });
    await pass(0);
    expect(renewalTimes()).toEqual([7200]);
    expect(stateOf(window)).toEqual({ kind: 'on' });
  });

  it('is made at once where there is no refresh token, with an hour for it', async () => {
    const { window, give, pass, renewals, preferences } = await createRenewable();
    await window.tokens.forget(key);
    preferences.set({ autoRefresh: true });
    await give(window, { client: 300 });
    await pass(0);
    expect(renewals()).toMatchObject([{ ttlSeconds: 300, refreshTtlSeconds: 3600 }]);
  });

  it('is made when VS Code turns out to have lost the refresh token', async () => {
    const { window, pass, secrets, renewalTimes, api } = await createRenewable();
    const stops = stopsOf(window);
    secrets.corrupt(`telnyxRooms.refreshToken:${key}`);
    await pass(541);
    expect(renewalTimes()).toEqual([540]);
    expect(api.calls).toHaveLength(1);
    expect(stops).toEqual([]);
    expect(window.rooms.get(key)).toMatchObject({ lost: [], autoRefresh: { kind: 'on' } });
  });

  it('is made once by two windows', async () => {
    const { open, api, pass, renewalTimes, callTimes, window } = await createRenewable();
    const other = open();
    api.latency = 300;
    await pass(3300);
    expect(renewalTimes()).toEqual([3240]);
    expect(callTimes()).toHaveLength(6);
    expect(other.rooms.get(key)).toEqual(window.rooms.get(key));
  });

  it('is not made while the setting is off', async () => {
    const { preferences, pass, renewals, window } = await createRenewable();
    preferences.set({ autoRenew: false });
    await pass(86_400);
    expect(renewals()).toEqual([]);
    expect(stateOf(window)).toEqual({ kind: 'stopped', obstacle: 'refreshTokenEnded' });
  });

  it('is not made without a key for this API', async () => {
    const { pass, renewals, window } = await createRenewable();
    await window.apiKeys.remove(room.baseUrl);
    await window.apiKeys.write('https://proxy.example/v2', apiKey);
    await pass(86_400);
    expect(renewals()).toEqual([]);
    expect(stateOf(window)).toEqual({ kind: 'stopped', obstacle: 'refreshTokenEnded' });
  });

  it('is not made for a room that is not kept fresh', async () => {
    const { pass, api, window } = await createRenewable();
    await window.keeper.chooseAutoRefresh(key, 'off');
    await pass(86_400);
    expect(api.calls).toEqual([]);
  });
});
