import { describe, expect, it } from 'vitest';
import type { ApiErrorKind } from '../../../../src/core/api/apiError';
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
    const { rooms, tokens } = open();
    const client = newClientToken(ttlSeconds);
    const refresh = newRefreshToken();
    transport.answer(201, refreshAnswer(client, noon + 600_000));
    await tokens.refresh({ room, ttlSeconds, refreshToken: refresh }, never);

    expect(rooms.get(key)).toEqual({
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
    expect(await tokens.token('client', key)).toBe(client);
    expect(await tokens.token('refresh', key)).toBe(refresh);
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
    const { rooms, tokens } = open();
    const outdated = (await tokens.setRefreshToken(room, newRefreshToken(60))).record;
    const later = await tokens.setRefreshToken(room, newRefreshToken(3600));
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
    const { rooms, tokens } = open();
    transport.answer(201, refreshAnswer('opaque', noon + 5000));
    await tokens.refresh({ room, ttlSeconds, refreshToken: newRefreshToken() }, never);
    expect(rooms.get(key)?.record.clientToken).toEqual({ issuedAt: noon, expiresAt: noon + 5000 });
    expect(await tokens.token('client', key)).toBe('opaque');
  });

  it('is joined by a second one of the same room', async () => {
    const { transport, open } = createWorld();
    const { tokens } = open();
    const held = transport.hold();
    const first = tokens.refresh({ room, ttlSeconds, refreshToken: newRefreshToken() }, never);
    await held.sent;
    expect(tokens.isRefreshing(key)).toBe(true);
    const second = tokens.refresh({ room, ttlSeconds: 30 }, never);
    held.answer(201, refreshAnswer(newClientToken(600)));
    expect(await second).toBe(await first);
    expect(transport.requests).toHaveLength(1);
    expect(tokens.isRefreshing(key)).toBe(false);
  });

  it('lets a caller go who cancels, and goes on for the others', async () => {
    const { transport, open } = createWorld();
    const { tokens } = open();
    const held = transport.hold();
    const leaving = new AbortController();
    const request = { room, ttlSeconds, refreshToken: newRefreshToken() };
    const first = tokens.refresh(request, leaving.signal);
    await held.sent;
    const second = tokens.refresh(request, never);
    leaving.abort();
    await expect(first).rejects.toMatchObject({ kind: 'cancelled' });
    held.answer(201, refreshAnswer(newClientToken(600)));
    await expect(second).resolves.toMatchObject({ key });
  });

  it('changes nothing when everybody cancels', async () => {
    const { transport, secrets, state, open } = createWorld();
    const { rooms, tokens } = open();
    transport.answer(201, refreshAnswer(newClientToken(600)));
    await tokens.refresh({ room, ttlSeconds, refreshToken: newRefreshToken() }, never);
    const before = { room: rooms.get(key), secrets: secrets.contents, state: state.contents };

    const held = transport.hold();
    const cancel = new AbortController();
    const refreshing = tokens.refresh(
      { room, ttlSeconds: 30, refreshToken: newRefreshToken(60) },
      cancel.signal,
    );
    await held.sent;
    expect(rooms.get(key)?.activity).toEqual({ kind: 'refreshing' });
    cancel.abort();
    await expect(refreshing).rejects.toMatchObject({ kind: 'cancelled' });
    await secrets.settled();
    expect({ room: rooms.get(key), secrets: secrets.contents, state: state.contents }).toEqual(
      before,
    );
  });

  it('says again after a cancel what had failed before', async () => {
    const { transport, open } = createWorld();
    const { rooms, tokens } = open();
    transport.fail('network');
    const request = { room, ttlSeconds, refreshToken: newRefreshToken() };
    await tokens.refresh(request, never).catch(() => undefined);
    const held = transport.hold();
    const cancel = new AbortController();
    const refreshing = tokens.refresh(request, cancel.signal).catch(() => undefined);
    await held.sent;
    cancel.abort();
    await refreshing;
    await expect.poll(() => rooms.get(key)?.activity.kind).toBe('failed');
  });

  it('is not even sent when it was cancelled before', async () => {
    const { open } = createWorld();
    const refreshing = open().tokens.refresh(
      { room, ttlSeconds, refreshToken: newRefreshToken() },
      AbortSignal.abort(),
    );
    await expect(refreshing).rejects.toMatchObject({ kind: 'cancelled' });
  });

  it('leaves nothing behind when its room is forgotten meanwhile', async () => {
    const { transport, secrets, state, open } = createWorld();
    const { rooms, tokens } = open();
    const held = transport.hold();
    const refreshing = tokens.refresh({ room, ttlSeconds, refreshToken: newRefreshToken() }, never);
    const settled = expect(refreshing).rejects.toMatchObject({ kind: 'cancelled' });
    await held.sent;
    await tokens.forget(key);
    await settled;
    await secrets.settled();
    expect(rooms.all()).toEqual([]);
    expect(secrets.contents).toEqual({});
    expect(state.keys()).toEqual([]);
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
    const { rooms, tokens } = open();
    await tokens.setRefreshToken(room, newRefreshToken());
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

describe('A refresh that fails', () => {
  const answers: Record<Exclude<ApiErrorKind, 'cancelled'>, number> = {
    unauthorized: 401,
    refused: 403,
    notFound: 404,
    invalid: 422,
    rateLimited: 429,
    server: 500,
    badResponse: 201,
    network: 0,
    timeout: 0,
  };
  const keeping: readonly string[] = ['rateLimited', 'server', 'badResponse', 'network', 'timeout'];

  for (const [kind, status] of Object.entries(answers)) {
    const plan = (transport: ReturnType<typeof createWorld>['transport']) =>
      status === 0
        ? transport.fail(kind as 'network' | 'timeout')
        : transport.answer(status, 'nonsense');

    it(`keeps the token that was there before: ${kind}`, async () => {
      const { transport, open } = createWorld();
      const { rooms, tokens } = open();
      const client = newClientToken(600);
      transport.answer(201, refreshAnswer(client));
      await tokens.refresh({ room, ttlSeconds, refreshToken: newRefreshToken() }, never);
      plan(transport);
      await expect(tokens.refresh({ room, ttlSeconds }, never)).rejects.toMatchObject({ kind });
      expect(await tokens.token('client', key)).toBe(client);
      expect(rooms.get(key)?.activity).toMatchObject({ kind: 'failed', error: { kind } });

      transport.answer(201, refreshAnswer(newClientToken(600)));
      await tokens.refresh({ room, ttlSeconds }, never);
      expect(rooms.get(key)?.activity).toEqual({ kind: 'idle' });
    });

    const kept = keeping.includes(kind);
    it(`${kept ? 'keeps' : 'does not keep'} a pasted refresh token: ${kind}`, async () => {
      const { transport, secrets, open } = createWorld();
      const { rooms, tokens } = open();
      plan(transport);
      const refreshToken = newRefreshToken();
      const refreshing = tokens.refresh({ room, ttlSeconds, refreshToken }, never);
      await expect(refreshing).rejects.toMatchObject({ kind });
      await secrets.settled();
      expect(rooms.all()).toHaveLength(kept ? 1 : 0);
      expect(JSON.stringify(secrets.contents).includes(refreshToken)).toBe(kept);
    });
  }
});
