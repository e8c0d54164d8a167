import { describe, expect, it } from 'vitest';
import { ExpiryReminder } from '../../../../src/core/rooms/expiryReminder';
import { TrustedOrigins } from '../../../../src/core/api/trustedOrigins';
import { createFreshWorld } from '../autoRefresh/keptRoom';
import { key, newClientToken, noon, room } from '../rooms/world';

const recordKey = `telnyxRooms.room:${key}`;
const clientKey = `telnyxRooms.clientToken:${key}`;
const refreshKey = `telnyxRooms.refreshToken:${key}`;
const elsewhere = 'https://proxy.example/v2';

/** A room with both tokens, left behind by a window that is closed; then it is tampered with. */
async function createLeftRoom(
  tamper: (world: ReturnType<typeof createFreshWorld>) => unknown = () => undefined,
) {
  const world = createFreshWorld();
  const window = world.open();
  await world.give(window, { client: 600, refresh: 3600 });
  await window.keeper.rename(key, 'lobby');
  window.dispose();
  await tamper(world);
  world.secrets.reads.length = 0;
  const next = world.open();
  await next.catchUp();
  return { ...world, next };
}

function without(world: ReturnType<typeof createFreshWorld>, name: string) {
  return world.secrets.window().delete(name);
}

describe('A start', () => {
  it('reads no secret where records and secrets agree', async () => {
    const { secrets, next } = await createLeftRoom();
    expect(secrets.reads).toEqual([]);
    expect(next.rooms.get(key)?.lost).toEqual([]);
  });

  it.each([
    ['client', clientKey],
    ['refresh', refreshKey],
  ] as const)('says that the %s token is gone, and gets it back', async (kind, secretKey) => {
    const { api, give, next } = await createLeftRoom(world => without(world, secretKey));
    expect(next.rooms.get(key)).toMatchObject({ record: { givenName: 'lobby' }, lost: [kind] });
    expect(api.calls).toEqual([]);
    await give(next, { [kind]: 600 });
    expect(next.rooms.get(key)).toMatchObject({ record: { givenName: 'lobby' }, lost: [] });
  });

  it('shows a room whose record is gone, with its tokens', async () => {
    const { next } = await createLeftRoom(({ state }) => state.update(recordKey, undefined));
    expect(next.rooms.get(key)?.record).toEqual({
      ...room,
      lastTtlSeconds: 600,
      clientToken: { issuedAt: noon, expiresAt: noon + 600_000 },
      refreshToken: { issuedAt: noon, expiresAt: noon + 3_600_000 },
    });
  });

  it('shows a token that the record does not know of, and keeps it fresh', async () => {
    const { api, pass, next } = await createLeftRoom(({ state }) =>
      state.update(recordKey, { ...room, autoRefresh: 'on' }),
    );
    expect(next.rooms.get(key)?.autoRefresh).toEqual({ kind: 'on' });
    await pass(541);
    expect(api.calls).toHaveLength(1);
  });

  it('knows no more than the records where the host can list no keys, and finds out later', async () => {
    const { next, secrets } = await createLeftRoom(world => {
      world.secrets.hidesKeys = true;
      return without(world, clientKey);
    });
    expect(secrets.reads).toEqual([]);
    expect(next.rooms.get(key)?.lost).toEqual([]);
    await expect(next.stored.token('client', key)).rejects.toMatchObject({ lost: true });
    expect(next.rooms.get(key)?.lost).toEqual(['client']);
  });

  it('goes on without the secret store', async () => {
    const { next } = await createLeftRoom(({ secrets }) => {
      secrets.failNext(new Error('locked'));
      secrets.failNext(new Error('locked'));
    });
    expect(next.rooms.get(key)).toMatchObject({ record: { givenName: 'lobby' }, lost: [] });
  });
});

describe('Times of a record that differ from those of the secret', () => {
  const stale = { issuedAt: noon - 900_000, expiresAt: noon - 300_000 };
  const fresh = { issuedAt: noon, expiresAt: noon + 600_000 };
  const leftStale = () =>
    createLeftRoom(({ state }) =>
      state.update(recordKey, {
        ...room,
        givenName: 'lobby',
        clientToken: stale,
        refreshToken: { issuedAt: noon, expiresAt: noon + 3_600_000 },
      }),
    );

  it('stand until the room is read, then those of the secret count', async () => {
    const { next } = await leftStale();
    expect(next.rooms.get(key)?.record.clientToken).toEqual(stale);
    const shown = next.rooms.get(key);
    await (shown && next.details.read(shown));
    expect(next.rooms.get(key)?.record).toMatchObject({ givenName: 'lobby', clientToken: fresh });
  });

  it('give way when the token is copied', async () => {
    const { next } = await leftStale();
    await next.stored.token('client', key);
    expect(next.rooms.get(key)?.record.clientToken).toEqual(fresh);
  });

  it('cost no request of auto-refresh', async () => {
    const { api, next, pass } = await leftStale();
    await next.keeper.chooseAutoRefresh(key, 'on');
    await pass(1);
    expect(api.calls).toEqual([]);
    expect(next.rooms.get(key)?.record.clientToken).toEqual(fresh);
    await pass(540);
    expect(api.calls).toHaveLength(1);
  });

  it('are never those of before a change that came while they were read', async () => {
    const { next } = await createLeftRoom();
    next.otherWindows.dispose();
    const shown = next.rooms.get(key);
    const reading = shown && next.details.read(shown);
    await next.keeper.keep(room, { client: { token: newClientToken(60) } });
    await reading;
    expect(next.rooms.get(key)?.record.clientToken?.expiresAt).toBe(noon + 60_000);
  });
});

describe('A room that is being forgotten', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    'is not shown again by who looks meanwhile, after %d turns',
    async turns => {
      const { next, secrets, state } = await createLeftRoom();
      const looking = async () => {
        for (let turn = 0; turn < turns; turn++) {
          await Promise.resolve();
        }
        await next.catchUp();
      };
      for (const forget of [() => next.tokens.forget(key), () => next.tokens.forgetAll()]) {
        const looked = looking();
        await forget();
        expect(next.rooms.all()).toEqual([]);
        await looked;
        expect(next.rooms.all()).toEqual([]);
        await secrets.settled();
        expect([next.rooms.all(), secrets.contents, state.keys()]).toEqual([[], {}, []]);
        await next.keeper.keep(room, { client: { token: newClientToken(60) } });
      }
    },
  );
});

describe('What is not what it claims to be', () => {
  it('is no room where the record is of another room than its key says', async () => {
    const impostor = { ...room, baseUrl: elsewhere };
    const { next, state } = await createLeftRoom(async world => {
      await world.state.update('telnyxRooms.room:https://proxy.example/junk', impostor);
    });
    expect(next.rooms.all().map(one => one.key)).toEqual([key]);
    expect(state.get('telnyxRooms.room:https://proxy.example/junk')).toEqual(impostor);
  });

  it.each([
    ['of another origin', (text: string) => text.replaceAll('api.telnyx.com', 'proxy.example')],
    ['of a newer version', (text: string) => text.replace('"version":1', '"version":2')],
    ['of an unknown version', (text: string) => text.replace('"version":1,', '')],
    ['junk', () => 'junk'],
  ])('is no token where the secret is %s, and stays where it is', async (_name, change) => {
    let left = '';
    const { api, give, logger, next, secrets } = await createLeftRoom(({ secrets }) => {
      left = change(secrets.contents[refreshKey] ?? '');
      secrets.put(refreshKey, left);
    });
    const request = { room, ttlSeconds: 60 };
    const { signal } = new AbortController();
    const lost = { name: 'MissingTokenError', lost: true };
    await expect(next.tokens.refresh(request, signal)).rejects.toMatchObject(lost);
    await expect(next.tokens.refresh(request, signal)).rejects.toMatchObject(lost);
    expect(next.rooms.get(key)?.lost).toEqual(['refresh']);
    expect(api.calls).toEqual([]);
    expect(secrets.contents[refreshKey]).toBe(left);
    expect(logger.warnings.filter(line => line.includes("can't be read"))).toHaveLength(1);

    await give(next, { refresh: 3600 });
    await next.tokens.refresh(request, signal);
    expect(next.rooms.get(key)?.lost).toEqual([]);
  });

  it.each([['junk'], [null], [42], [{ version: 2 }], [[{}, 7]]])(
    'costs nothing but itself in the plain state: %j',
    async junk => {
      const { next, state, focus, clocks, preferences } = await createLeftRoom(async world => {
        for (const name of ['trustedOrigins', 'apiKeyOrigins', 'lastReminders', 'pinnedRoom']) {
          await world.state.update(`telnyxRooms.${name}`, junk);
        }
      }).then(world => ({ ...world, ...world.next }));
      expect(new TrustedOrigins(state).isTrusted(elsewhere)).toBe(false);
      expect(next.apiKeys.origins()).toEqual([]);
      expect(next.rooms.all()).toHaveLength(1);
      new ExpiryReminder(next.rooms, state, preferences, focus, clocks).dispose();
    },
  );
});

describe('An API key', () => {
  it('that is found is news', async () => {
    const { next, state } = await createLeftRoom();
    await next.apiKeys.write(elsewhere, 'KEY0123456789');
    await state.update('telnyxRooms.apiKeyOrigins', undefined);
    let changes = 0;
    next.apiKeys.onDidChange(() => changes++);
    await next.catchUp();
    expect(changes).toBe(1);
  });

  it('that the state knows nothing of is found, used and removed', async () => {
    const { next, secrets } = await createLeftRoom(async world => {
      const window = world.open();
      await window.apiKeys.write(elsewhere, 'KEY0123456789');
      await world.state.update('telnyxRooms.apiKeyOrigins', undefined);
      window.dispose();
    });
    expect(next.apiKeys.has(elsewhere)).toBe(true);
    let changes = 0;
    next.apiKeys.onDidChange(() => changes++);
    await next.catchUp();
    expect(changes, 'what is known is no news').toBe(0);
    expect(await next.apiKeys.read(elsewhere)).toBe('KEY0123456789');
    await next.apiKeys.remove(elsewhere);
    expect(next.apiKeys.has(elsewhere)).toBe(false);
    expect(Object.keys(secrets.contents)).toEqual([refreshKey, clientKey]);
  });

  it('counts as there while the secret store does not answer', async () => {
    const { next, secrets } = await createLeftRoom();
    await next.apiKeys.write(elsewhere, 'KEY0123456789');
    await secrets.settled();
    secrets.failNext(new Error('locked'));
    secrets.announceOf(`telnyxRooms.apiKey:${new URL(elsewhere).origin}`);
    await secrets.settled();
    expect(next.apiKeys.has(elsewhere)).toBe(true);
  });
});
