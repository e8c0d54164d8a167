import { describe, expect, it } from 'vitest';
import { stopsOf } from '../core/autoRefresh/keptRoom';
import { faultCases } from '../../support/faultCases';
import { createFaultyWorld } from './faultyWorld';

const final = ['unauthorized', 'refused', 'notFound', 'invalid'];

/** What auto-refresh asks for: a client token when it is due, or a new pair for want of a refresh token. */
const actions = [
  { action: 'refresh', path: /refresh_client_token$/ },
  { action: 'renew', path: /generate_join_client_token$/ },
] as const;

describe.each(actions)('Auto-refresh that should $action', ({ action, path }) => {
  it.each(faultCases)('under $name', async ({ fault, kind }) => {
    const world = await createFaultyWorld(60);
    const { core, sandbox, key, clientToken, refreshToken, logger } = world;
    const stops = stopsOf(core);
    if (action === 'renew') {
      await core.secretStore.delete(`telnyxRooms.refreshToken:${key}`);
      await world.settled();
      world.preferences.set({ autoRenew: true });
    }
    sandbox.setFault(fault);
    await core.keeper.chooseAutoRefresh(key, 'on');
    // The token of a minute is due after 48 s.
    await world.pass(action === 'refresh' ? 48 : 0);
    expect(sandbox.requests).toHaveLength(1);
    expect(sandbox.requests[0]?.path).toMatch(path);

    if (kind === undefined) {
      await world.pass(10);
      expect(sandbox.requests.length).toBeLessThanOrEqual(2);
      expect(core.rooms.get(key)?.activity).toEqual({ kind: 'idle' });
      return;
    }
    await world.pass(60);
    expect(core.rooms.get(key)?.activity).toMatchObject({ kind: 'failed', error: { kind } });
    expect(await core.stored.token('client', key)).toBe(clientToken);
    if (action === 'refresh') {
      expect(await core.stored.token('refresh', key)).toBe(refreshToken);
    }
    if (final.includes(kind)) {
      expect(sandbox.requests).toHaveLength(1);
      expect(stops).toMatchObject([{ key, action, error: { kind } }]);
    } else {
      // After 0.75, 1.5, 3, 6, 12 and 24 s at most; once more just before the end of the token.
      expect(sandbox.requests.length).toBeGreaterThan(1);
      expect(sandbox.requests.length).toBeLessThanOrEqual(9);
      expect(stops).toEqual([]);
    }
    expect(logger.lines.join()).not.toMatch(/eyJ|KEY|command:/);

    const failed = sandbox.requests.length;
    sandbox.setFault(undefined);
    if (final.includes(kind)) {
      await world.pass(600);
      expect(sandbox.requests).toHaveLength(failed);
    } else {
      await world.pass(61);
      expect(sandbox.requests.slice(failed)[0]).toMatchObject({ status: 201 });
      expect(core.rooms.get(key)).toMatchObject({
        activity: { kind: 'idle' },
        autoRefresh: { kind: 'on' },
      });
    }
  });
});
