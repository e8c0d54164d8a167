import { describe, expect, it } from 'vitest';
import { roomKey } from '../../../../src/core/rooms/roomIdentity';
import { otherRoomId } from '../../../support/telnyxTokens';
import { key, noon, room } from '../rooms/world';
import { createKeptRoom, stateOf, stopsOf } from './keptRoom';
import type { Fault } from '../../../support/memoryApi';

const neighbour = { ...room, id: otherRoomId };

/** A kept room with a refresh token of an hour that is not renewed when it is asked for. */
async function createUnrenewable(fault: Fault) {
  const kept = await createKeptRoom({ refresh: 3600 });
  const { window, api, preferences } = kept;
  preferences.set({ autoRenew: true });
  await window.apiKeys.write(room.baseUrl, 'KEY-refused');
  api.fault = ({ action }) => (action === 'generate' ? fault : undefined);
  const times = (action: string) =>
    api.calls.filter(call => call.action === action).map(({ at }) => (at - noon) / 1000);
  return { ...kept, stops: stopsOf(window), times };
}

describe('A renewal that is refused', () => {
  it('is said once, while the old refresh token is used to its end', async () => {
    const { pass, times, window, stops } = await createUnrenewable({ status: 401 });
    await pass(3599);
    expect(times('generate')).toEqual([3240]);
    expect(times('refresh')).toEqual([540, 1080, 1620, 2160, 2700, 3240]);
    expect(stateOf(window)).toEqual({ kind: 'on' });
    expect(window.rooms.get(key)?.record.autoRefresh).toBe('on');
    await pass(86_400);
    expect(times('generate')).toEqual([3240]);
    expect(stops).toMatchObject([{ key, action: 'renew', error: { kind: 'unauthorized' } }]);
    expect(stateOf(window)).toEqual({ kind: 'stopped', obstacle: 'refreshTokenEnded' });
  });

  it('is tried again with another key', async () => {
    const { pass, times, window, api, stops } = await createUnrenewable({ status: 401 });
    await pass(5000);
    api.fault = () => undefined;
    await window.apiKeys.write(room.baseUrl, 'KEY-another-one');
    await pass(1);
    expect(times('generate')).toEqual([3240, 5000]);
    expect(stateOf(window)).toEqual({ kind: 'on' });
    expect(stops).toHaveLength(1);
  });

  it('for the sake of the key keeps the other rooms of the API from trying it', async () => {
    const { pass, times, window, give, stops } = await createUnrenewable({ status: 401 });
    await pass(60);
    await give(window, { client: 600, refresh: 3600 }, neighbour);
    await window.keeper.chooseAutoRefresh(roomKey(neighbour), 'on');
    await pass(86_400);
    expect(times('generate')).toHaveLength(1);
    expect(stops).toHaveLength(1);
  });

  it.each([404, 422])('with %s for the sake of the room leaves the others alone', async status => {
    const { pass, window, give, api, stops } = await createUnrenewable({ status });
    api.fault = ({ action, roomId }) =>
      action === 'generate' && roomId === room.id ? { status } : undefined;
    await pass(60);
    await give(window, { client: 600, refresh: 3600 }, neighbour);
    await window.keeper.chooseAutoRefresh(roomKey(neighbour), 'on');
    await pass(7200);
    expect(stops).toMatchObject([{ key, action: 'renew' }]);
    expect(window.rooms.get(roomKey(neighbour))?.autoRefresh).toEqual({ kind: 'on' });
    const renewals = api.calls.filter(({ action }) => action === 'generate');
    expect(renewals.filter(({ roomId }) => roomId === room.id)).toHaveLength(1);
    expect(renewals.length).toBeGreaterThan(1);
  });

  it('for want of the key, which VS Code lost, sends nothing', async () => {
    const { pass, times, secrets, stops } = await createUnrenewable({ status: 401 });
    await secrets.settled();
    secrets.corrupt('telnyxRooms.apiKey:https://api.telnyx.com');
    await pass(86_400);
    expect(times('generate')).toEqual([]);
    expect(times('refresh')).toHaveLength(6);
    expect(stops).toMatchObject([{ action: 'renew', error: { name: 'MissingApiKeyError' } }]);
  });
});

describe('A renewal that fails', () => {
  it('is tried again, while the client token is refreshed as ever', async () => {
    const { pass, times, window, api, stops } = await createUnrenewable({ status: 500 });
    await pass(3500);
    expect(times('refresh')).toEqual([540, 1080, 1620, 2160, 2700, expect.closeTo(3240.75, 1)]);
    expect(times('generate').length).toBeGreaterThan(0);
    api.fault = () => undefined;
    await pass(200);
    expect(stateOf(window)).toEqual({ kind: 'on' });
    expect(window.rooms.get(key)?.record.refreshToken?.expiresAt).toBeGreaterThan(noon + 7_000_000);
    expect(stops).toEqual([]);
  });

  it('and fails for a day is asked for at most every half a minute, and goes on', async () => {
    const { pass, times, window, stops } = await createUnrenewable({ status: 500 });
    await pass(3600 + 86_400);
    expect(times('generate').length).toBeGreaterThan(86_400 / 60);
    expect(times('generate').length).toBeLessThan(86_400 / 30);
    expect(times('refresh')).toHaveLength(6);
    expect(stateOf(window)).toMatchObject({ kind: 'retrying', error: { kind: 'server' } });
    expect(stops).toEqual([]);
  });

  it('does not bring the next refresh forward', async () => {
    const { pass, times, window, give } = await createUnrenewable({ status: 500 });
    await give(window, { refresh: 3700 });
    await pass(3700);
    expect(times('generate')[0]).toBe(3330);
    expect(times('generate').length).toBeGreaterThan(5);
    expect(times('refresh')).toEqual([540, 1080, 1620, 2160, 2700, 3240]);
  });
});
