import { describe, expect, it } from 'vitest';
import { roomKey } from '../../../../src/core/rooms/roomIdentity';
import type { SecretStore } from '../../../../src/core/secrets/secretStore';
import { otherRoomId } from '../../../support/telnyxTokens';
import { createFreshWorld } from '../autoRefresh/keptRoom';
import { key, noon, room } from '../rooms/world';

const neighbours = ['2', '3'].map(digit => ({ ...room, id: otherRoomId.replaceAll('1', digit) }));

/** A secret store that never answers for some keys, as long as it is told to. */
function createHangingStore() {
  const hanging: { for: (key: string) => boolean } = { for: () => false };
  return {
    hanging,
    secrets: (store: SecretStore): SecretStore => ({
      ...store,
      get: name => (hanging.for(name) ? new Promise(() => undefined) : store.get(name)),
    }),
  };
}

async function createWorldOf(rooms: readonly (typeof room)[]) {
  const world = createFreshWorld();
  const { hanging, secrets } = createHangingStore();
  const window = world.open({ fault: { secrets, state: state => state } });
  for (const one of rooms) {
    await world.give(window, { client: 600, refresh: 86_400 }, one);
  }
  return { ...world, hanging, window };
}

describe('A secret store that hangs', () => {
  it('ends a refresh after 10 s, with nothing sent and nothing changed', async () => {
    const { api, clock, hanging, secrets, window } = await createWorldOf([room]);
    const before = { room: window.rooms.get(key), secrets: secrets.contents };
    hanging.for = () => true;
    const { signal } = new AbortController();
    const refreshing = window.tokens.refresh({ room, ttlSeconds: 60 }, signal);
    const ended = expect(refreshing).rejects.toMatchObject({ store: 'secrets', reason: 'silent' });
    await secrets.settled();
    clock.advance(9999);
    await secrets.settled();
    expect(window.tokens.isRefreshing(key)).toBe(true);
    clock.advance(1);
    await ended;
    expect(api.calls).toEqual([]);
    expect({ room: window.rooms.get(key), secrets: secrets.contents }).toEqual(before);
    hanging.for = () => false;
    await window.tokens.refresh({ room, ttlSeconds: 60 }, signal);
    expect(api.calls).toHaveLength(1);
  });

  it('lets a user go who cancels, and one who asks again and cancels too', async () => {
    const { hanging, secrets, window } = await createWorldOf([room]);
    hanging.for = () => true;
    for (let attempt = 0; attempt < 2; attempt++) {
      const cancel = new AbortController();
      const refreshing = window.tokens.refresh({ room, ttlSeconds: 60 }, cancel.signal);
      const ended = expect(refreshing).rejects.toMatchObject({ kind: 'cancelled' });
      await secrets.settled();
      cancel.abort();
      await ended;
    }
  });

  it('for two rooms keeps no other room from being kept fresh', async () => {
    const others = { ...room, id: otherRoomId };
    const { api, hanging, pass, window } = await createWorldOf([...neighbours, others]);
    hanging.for = name => neighbours.some(({ id }) => name.includes(id));
    for (const one of [...neighbours, others]) {
      await window.keeper.chooseAutoRefresh(roomKey(one), 'on');
    }
    await pass(590);
    expect(api.calls.map(({ roomId }) => roomId)).toEqual([otherRoomId]);
    for (const one of neighbours) {
      expect(window.rooms.get(roomKey(one))?.autoRefresh.kind).toBe('retrying');
    }
    hanging.for = () => false;
    await pass(60);
    expect(new Set(api.calls.map(({ roomId }) => roomId)).size).toBe(3);
    expect(api.calls).toHaveLength(3);
  });

  it('leaves no timer behind when it answers', async () => {
    const { clock, secrets, window } = await createWorldOf([room]);
    await secrets.settled();
    const before = clock.timers;
    await window.stored.token('client', key);
    await window.keeper.rename(key, 'lobby');
    expect(clock.timers).toEqual(before);
    expect(clock.now()).toBe(noon);
  });
});
