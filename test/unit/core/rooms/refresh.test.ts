import { describe, expect, it } from 'vitest';
import { MissingTokenError } from '../../../../src/core/rooms/missingTokenError';
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

describe('A refresh', () => {
  it('stores the new client token and the refresh token, each with its times', async () => {
    const { transport, secrets, state, open } = createWorld();
    const { rooms, stored, tokens } = open();
    const client = newClientToken(ttlSeconds);
    const refresh = newRefreshToken();
    transport.answer(201, refreshAnswer(client, noon + 600_000));
    await tokens.refresh({ room, ttlSeconds, refreshToken: refresh }, never);

    expect(rooms.get(key)).toEqual({
      autoRefresh: { kind: 'off' },
      key,
      record: {
        ...room,
        lastTtlSeconds: 600,
        clientToken: { issuedAt: noon, expiresAt: noon + 600_000 },
        refreshToken: { issuedAt: noon, expiresAt: noon + 3_600_000 },
      },
      activity: { kind: 'idle' },
      lost: [],
    });
    expect(await stored.token('client', key)).toBe(client);
    expect(await stored.token('refresh', key)).toBe(refresh);
    expect(Object.keys(secrets.contents)).toHaveLength(2);
    for (const secret of [client, refresh, client.split('.')[1], refresh.split('.')[1]]) {
      expect(state.contents).not.toContain(secret);
    }
  });

  it('uses the stored refresh token from then on', async () => {
    const { transport, open } = createWorld();
    const { tokens } = open();
    const refreshToken = newRefreshToken();
    transport.answer(201, refreshAnswer(newClientToken(10)));
    transport.answer(201, refreshAnswer(newClientToken(20)));
    await tokens.refresh({ room, ttlSeconds: 10, refreshToken }, never);
    await tokens.refresh({ room, ttlSeconds: 20 }, never);
    expect(JSON.parse(transport.requests[1]?.body ?? '')).toEqual({
      token_ttl_secs: 20,
      refresh_token: refreshToken,
    });
  });

  it('takes nothing but the identity out of an outdated record of the room', async () => {
    const { transport, secrets, open } = createWorld();
    const { keeper, rooms, tokens } = open();
    const outdated = (await keeper.keep(room, { refresh: { token: newRefreshToken(60) } })).record;
    const later = await keeper.keep(room, { refresh: { token: newRefreshToken(3600) } });
    transport.answer(201, refreshAnswer(newClientToken(10)));
    await tokens.refresh({ room: outdated, ttlSeconds: 10 }, never);
    expect(rooms.get(key)?.record.refreshToken).toEqual(later.record.refreshToken);
    expect(JSON.parse(secrets.contents[`telnyxRooms.clientToken:${key}`] ?? '')).not.toHaveProperty(
      'refreshToken',
    );
  });

  it.each([
    ['the claim, when the answer says later', 590, 600, 590],
    ['the answer, when the claim says later', 600, 590, 590],
    ['the claim, when the answer says nothing', 600, undefined, 600],
  ])('takes the earlier expiry: %s', async (_name, claimed, answered, expected) => {
    const { transport, open } = createWorld();
    const { rooms, tokens } = open();
    const expiresAt = answered === undefined ? undefined : noon + answered * 1000;
    transport.answer(201, refreshAnswer(newClientToken(claimed), expiresAt));
    await tokens.refresh({ room, ttlSeconds, refreshToken: newRefreshToken() }, never);
    expect(rooms.get(key)?.record.clientToken?.expiresAt).toBe(noon + expected * 1000);
  });

  it('keeps a token that does not decode, with the expiry of the answer', async () => {
    const { transport, open } = createWorld();
    const { rooms, stored, tokens } = open();
    transport.answer(201, refreshAnswer('opaque', noon + 5000));
    await tokens.refresh({ room, ttlSeconds, refreshToken: newRefreshToken() }, never);
    expect(rooms.get(key)?.record.clientToken).toEqual({ issuedAt: noon, expiresAt: noon + 5000 });
    expect(await stored.token('client', key)).toBe('opaque');
  });

  it('needs a refresh token', async () => {
    const { open } = createWorld();
    await expect(open().tokens.refresh({ room, ttlSeconds }, never)).rejects.toMatchObject({
      name: 'MissingTokenError',
      kind: 'refresh',
      lost: false,
    });
  });

  it('says that a refresh token was lost, which VS Code can no longer read', async () => {
    const { secrets, open } = createWorld();
    const { keeper, rooms, tokens } = open();
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await secrets.settled();
    secrets.corrupt(`telnyxRooms.refreshToken:${key}`);
    const error: unknown = await tokens
      .refresh({ room, ttlSeconds }, never)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MissingTokenError);
    expect(error).toMatchObject({ lost: true });
    await secrets.settled();
    expect(rooms.get(key)).toMatchObject({ lost: ['refresh'], activity: { kind: 'idle' } });
  });
});
