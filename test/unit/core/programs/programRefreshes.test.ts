import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../../src/core/api/apiError';
import type { Core } from '../../../support/composeCore';
import { UntrustedOriginError } from '../../../../src/core/programs/untrustedOriginError';
import { MissingTokenError } from '../../../../src/core/rooms/missingTokenError';
import type { Room } from '../../../../src/core/rooms/room';
import { otherRoomId } from '../../../support/telnyxTokens';
import { createFreshWorld } from '../autoRefresh/keptRoom';
import { key, never, room } from '../rooms/world';

const ttlSeconds = 600;

/** A window with a room whose refresh token lives an hour. */
async function openWithRoom() {
  const world = createFreshWorld();
  const core = world.open();
  await world.give(core, { refresh: 3600 });
  return { ...world, core };
}

function roomOf({ rooms }: Core): Room {
  const found = rooms.get(key);
  if (found === undefined) {
    throw new Error('The room is not there.');
  }
  return found;
}

describe('A refresh for a program', () => {
  it('gets a client token with the stored refresh token', async () => {
    const { api, core } = await openWithRoom();
    const refreshed = await core.programRefreshes.refresh(roomOf(core), ttlSeconds, never);
    expect(refreshed).toBe(roomOf(core));
    expect(refreshed.record.clientToken).toBeDefined();
    expect(api.calls).toMatchObject([{ ttlSeconds, authorization: undefined }]);
  });

  it.each([
    [600, 10],
    [10, 5],
  ])('of %i s sends nothing for %i s after one that went well', async (ttl, seconds) => {
    const { api, clock, core } = await openWithRoom();
    const refresh = () => core.programRefreshes.refresh(roomOf(core), ttl, never);
    const first = await refresh();
    clock.advance(seconds * 1000 - 1);
    expect(await refresh()).toBe(first);
    expect(api.calls).toHaveLength(1);
    clock.advance(1);
    expect(await refresh()).not.toBe(first);
    expect(api.calls).toHaveLength(2);
  });

  it('sends one request however often it is asked for at once', async () => {
    const { api, core } = await openWithRoom();
    const asked = Array.from({ length: 50 }, () =>
      core.programRefreshes.refresh(roomOf(core), ttlSeconds, never),
    );
    await Promise.all(asked);
    expect(api.calls).toHaveLength(1);
  });

  it.each([
    ['10 s', { status: 403 }, 10],
    ['10 s', { status: 500 }, 10],
    ['as long as the API asks', { status: 429, headers: { 'retry-after': '90' } }, 90],
  ])('fails with the same error for %s', async (_words, fault, seconds) => {
    const { api, clock, core } = await openWithRoom();
    api.fault = () => fault;
    const refresh = () =>
      core.programRefreshes.refresh(roomOf(core), ttlSeconds, never).catch((e: unknown) => e);
    const error = await refresh();
    expect(error).toBeInstanceOf(ApiError);
    clock.advance(seconds * 1000 - 1);
    expect(await refresh()).toBe(error);
    expect(api.calls).toHaveLength(1);
    clock.advance(1);
    await refresh();
    expect(api.calls).toHaveLength(2);
  });

  it('holds the other rooms of an API that had too many requests, and no other API', async () => {
    const { api, core, give } = await openWithRoom();
    const neighbour = { ...room, id: otherRoomId };
    const elsewhere = { ...room, baseUrl: 'http://127.0.0.1:1/v2' };
    await give(core, { refresh: 3600 }, neighbour);
    await give(core, { refresh: 3600 }, elsewhere);
    core.origins.trustForThisSession(elsewhere.baseUrl);
    api.fault = ({ origin }) => (origin.includes('telnyx') ? { status: 429 } : undefined);
    for (const target of core.rooms.all()) {
      await core.programRefreshes.refresh(target, ttlSeconds, never).catch(() => undefined);
    }
    expect(api.calls.map(({ origin }) => new URL(origin).host).sort()).toEqual([
      '127.0.0.1:1',
      'api.telnyx.com',
    ]);
  });

  it('tries at once again when the user has entered another refresh token', async () => {
    const { api, core, give } = await openWithRoom();
    api.fault = () => ({ status: 403 });
    const refresh = () => core.programRefreshes.refresh(roomOf(core), ttlSeconds, never);
    await expect(refresh()).rejects.toThrow(ApiError);
    api.fault = () => undefined;
    await give(core, { refresh: 1800 });
    await refresh();
    expect(api.calls).toHaveLength(2);
  });

  it('sends nothing where the user has not agreed, or has given no refresh token', async () => {
    const { api, core, give } = await openWithRoom();
    const elsewhere = { ...room, baseUrl: 'http://127.0.0.1:1/v2' };
    const bare = { ...room, id: otherRoomId };
    await give(core, { refresh: 3600 }, elsewhere);
    await give(core, { client: 600 }, bare);
    const errors = await Promise.all(
      core.rooms
        .all()
        .filter(({ key: other }) => other !== key)
        .map(target =>
          core.programRefreshes.refresh(target, ttlSeconds, never).catch((e: unknown) => e),
        ),
    );
    expect(errors.some(error => error instanceof UntrustedOriginError)).toBe(true);
    expect(errors.some(error => error instanceof MissingTokenError)).toBe(true);
    expect(api.calls).toEqual([]);
  });
});
