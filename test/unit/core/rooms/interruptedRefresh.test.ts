import { describe, expect, it } from 'vitest';
import {
  createWorld,
  key,
  never,
  newClientToken,
  newRefreshToken,
  refreshAnswer,
  room,
} from './world';

const ttlSeconds = 600;

describe('A refresh that is joined, cancelled or forgotten', () => {
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

  it('leaves nothing behind when everything is forgotten meanwhile', async () => {
    const { transport, secrets, state, open } = createWorld();
    const { rooms, tokens } = open();
    const held = transport.hold();
    const refreshing = tokens.refresh({ room, ttlSeconds, refreshToken: newRefreshToken() }, never);
    const settled = expect(refreshing).rejects.toMatchObject({ kind: 'cancelled' });
    await held.sent;
    await tokens.forgetAll();
    held.answer(201, refreshAnswer(newClientToken(600)));
    await settled;
    await secrets.settled();
    expect(rooms.all()).toEqual([]);
    expect(secrets.contents).toEqual({});
    expect(state.keys()).toEqual([]);
  });
});
