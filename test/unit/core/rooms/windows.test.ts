import { describe, expect, it } from 'vitest';
import {
  createWorld,
  key,
  never,
  newClientToken,
  newRefreshToken,
  noon,
  refreshAnswer,
  room,
} from './world';

const ttlSeconds = 600;

describe('Another window of the same user', () => {
  it('shows a new room and its token, without a request of its own', async () => {
    const { transport, secrets, open } = createWorld();
    const one = open();
    const other = open();
    const client = newClientToken(600);
    transport.answer(201, refreshAnswer(client));
    await one.tokens.refresh({ room, ttlSeconds, refreshToken: newRefreshToken() }, never);
    await secrets.settled();
    expect(other.rooms.get(key)?.record).toEqual(one.rooms.get(key)?.record);
    expect(await other.stored.token('client', key)).toBe(client);
  });

  it('shows a newer token, and forgets that its own refresh had failed', async () => {
    const { transport, secrets, open } = createWorld();
    const one = open();
    const other = open();
    await one.keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await secrets.settled();
    transport.fail('network').answer(201, refreshAnswer(newClientToken(600)));
    await expect(other.tokens.refresh({ room, ttlSeconds }, never)).rejects.toThrow();
    await one.tokens.refresh({ room, ttlSeconds }, never);
    await secrets.settled();
    expect(other.rooms.get(key)).toMatchObject({
      record: { clientToken: { expiresAt: noon + 600_000 }, lastTtlSeconds: 600 },
      activity: { kind: 'idle' },
    });
  });

  it('shows a newer token while its own refresh goes on', async () => {
    const { transport, secrets, open } = createWorld();
    const one = open();
    const other = open();
    await one.keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await secrets.settled();
    const held = transport.hold();
    const refreshing = other.tokens.refresh({ room, ttlSeconds }, never);
    await held.sent;
    await one.keeper.keep(room, { client: { token: newClientToken(300) } });
    await secrets.settled();
    expect(other.rooms.get(key)).toMatchObject({
      record: { clientToken: { expiresAt: noon + 300_000 } },
      activity: { kind: 'refreshing' },
    });
    held.answer(500, '');
    await expect(refreshing).rejects.toMatchObject({ kind: 'server' });
    expect(other.rooms.get(key)?.record.clientToken?.expiresAt).toBe(noon + 300_000);
  });

  it('redraws a room once for each of its states', async () => {
    const { transport, secrets, open } = createWorld();
    const one = open();
    await one.keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await secrets.settled();
    const states: string[] = [];
    one.rooms.onDidChange(() => states.push(one.rooms.get(key)?.activity.kind ?? ''));
    transport.answer(201, refreshAnswer(newClientToken(600)));
    await one.tokens.refresh({ room, ttlSeconds }, never);
    await secrets.settled();
    expect(states).toEqual(['refreshing', 'idle']);
  });

  it('drops a room that was forgotten', async () => {
    const { secrets, open } = createWorld();
    const one = open();
    const other = open();
    await one.keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await secrets.settled();
    expect(other.rooms.all()).toHaveLength(1);
    await other.tokens.forget(key);
    await secrets.settled();
    expect(one.rooms.all()).toEqual([]);
    expect(secrets.contents).toEqual({});
  });

  it('does not stir when nothing has changed', async () => {
    const { secrets, state, open } = createWorld();
    const before = open();
    await before.keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await secrets.settled();
    // In another order, as a store may give members back.
    const record = before.rooms.get(key)?.record;
    const times = Object.entries(record?.refreshToken ?? {}).reverse();
    await state.update(`telnyxRooms.room:${key}`, {
      ...record,
      refreshToken: Object.fromEntries(times),
    });
    const { rooms } = open();
    let changes = 0;
    rooms.onDidChange(() => changes++);
    const store = secrets.window();
    const secretKey = `telnyxRooms.refreshToken:${key}`;
    await store.store(secretKey, secrets.contents[secretKey] ?? '');
    await store.delete('telnyxRooms.clientToken:nobody');
    await store.store('somebody else', 'x');
    await secrets.settled();
    expect(changes).toBe(0);
  });

  it('names what VS Code has lost, where the record is still there', async () => {
    const { secrets, open } = createWorld();
    const { keeper, rooms } = open();
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await secrets.settled();
    await secrets.window().delete(`telnyxRooms.refreshToken:${key}`);
    await secrets.settled();
    expect(rooms.get(key)?.lost).toEqual(['refresh']);
  });

  it('catches up with what it missed when it gets the focus', async () => {
    const { secrets, state, open } = createWorld();
    const one = open();
    const deaf = open();
    deaf.otherWindows.dispose();
    await one.keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await secrets.settled();
    expect(deaf.rooms.all()).toEqual([]);
    await deaf.otherWindows.catchUp();
    expect(deaf.rooms.all()).toHaveLength(1);
    await one.tokens.forget(key);
    expect(state.keys()).toEqual([]);
    await deaf.otherWindows.catchUp();
    expect(deaf.rooms.all()).toEqual([]);
  });

  it('survives a secret store that fails', async () => {
    const { secrets, logger, open } = createWorld();
    const one = open();
    await one.keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await secrets.settled();
    open();
    const store = secrets.window();
    await store.store(`telnyxRooms.refreshToken:${key}`, '{}');
    secrets.failNext(new Error('locked: eyJsecret'));
    secrets.failNext(new Error('locked: eyJsecret'));
    await secrets.settled();
    expect(logger.warnings.length).toBeGreaterThan(0);
    expect(logger.lines.join()).not.toContain('eyJsecret');
  });
});

describe('After a reload', () => {
  it('rooms, times and TTL are there again without reading a secret or sending a request', async () => {
    const { transport, secrets, open } = createWorld();
    const before = open();
    const client = newClientToken(600);
    transport.answer(201, refreshAnswer(client));
    await before.tokens.refresh({ room, ttlSeconds, refreshToken: newRefreshToken() }, never);
    await secrets.settled();
    before.dispose();
    secrets.reads.length = 0;

    const { rooms, stored } = open();
    expect(rooms.all()).toEqual(before.rooms.all());
    expect(secrets.reads).toEqual([]);
    expect(await stored.token('client', key)).toBe(client);
  });

  it('a failed refresh is not shown any more', async () => {
    const { transport, secrets, open } = createWorld();
    const before = open();
    await before.keeper.keep(room, { refresh: { token: newRefreshToken() } });
    transport.fail('network');
    await before.tokens.refresh({ room, ttlSeconds }, never).catch(() => undefined);
    await secrets.settled();
    expect(open().rooms.get(key)?.activity).toEqual({ kind: 'idle' });
  });
});
