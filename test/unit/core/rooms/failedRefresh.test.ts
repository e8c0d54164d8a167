import { describe, expect, it } from 'vitest';
import type { ApiErrorKind } from '../../../../src/core/api/apiError';
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
    certificate: 0,
    proxy: 0,
    timeout: 0,
  };
  const keeping: readonly string[] = [
    ...['rateLimited', 'server', 'badResponse', 'network', 'certificate', 'proxy', 'timeout'],
  ];

  it('says why it failed, also when the secret store fails to keep the pasted token', async () => {
    const { transport, secrets, logger, open } = createWorld();
    const { keeper, rooms, tokens } = open();
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await secrets.settled();
    transport.fail('network');
    secrets.failNext(new Error('locked'));
    const refreshing = tokens.refresh({ room, ttlSeconds, refreshToken: 'pasted' }, never);
    await expect(refreshing).rejects.toMatchObject({ kind: 'network' });
    expect(rooms.get(key)?.activity).toMatchObject({ kind: 'failed', error: { kind: 'network' } });
    expect(logger.warnings.join()).toContain('could not be kept');
  });

  it('goes back to what was there when the secret store fails to keep the new token', async () => {
    const { transport, secrets, open } = createWorld();
    const { keeper, rooms, tokens } = open();
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await secrets.settled();
    const before = rooms.get(key);
    const held = transport.hold();
    const refreshing = tokens.refresh({ room, ttlSeconds }, never);
    await held.sent;
    secrets.failNext(new Error('locked'));
    held.answer(201, refreshAnswer(newClientToken(600)));
    await expect(refreshing).rejects.toMatchObject({ store: 'secrets', reason: 'refused' });
    expect(rooms.get(key)).toEqual(before);
  });

  for (const [kind, status] of Object.entries(answers)) {
    const plan = (transport: ReturnType<typeof createWorld>['transport']) =>
      status === 0
        ? transport.fail(kind as 'network' | 'timeout')
        : transport.answer(status, 'nonsense');
    // An answer that was lost is asked for once more.
    const planAll = (transport: ReturnType<typeof createWorld>['transport']) =>
      kind === 'badResponse' ? plan(plan(transport)) : plan(transport);

    it(`keeps the token that was there before: ${kind}`, async () => {
      const { transport, open } = createWorld();
      const { rooms, stored, tokens } = open();
      const client = newClientToken(600);
      transport.answer(201, refreshAnswer(client));
      await tokens.refresh({ room, ttlSeconds, refreshToken: newRefreshToken() }, never);
      planAll(transport);
      await expect(tokens.refresh({ room, ttlSeconds }, never)).rejects.toMatchObject({ kind });
      expect(await stored.token('client', key)).toBe(client);
      expect(rooms.get(key)?.activity).toMatchObject({ kind: 'failed', error: { kind } });

      transport.answer(201, refreshAnswer(newClientToken(600)));
      await tokens.refresh({ room, ttlSeconds }, never);
      expect(rooms.get(key)?.activity).toEqual({ kind: 'idle' });
    });

    const kept = keeping.includes(kind);
    it(`${kept ? 'keeps' : 'does not keep'} a pasted refresh token: ${kind}`, async () => {
      const { transport, secrets, open } = createWorld();
      const { rooms, tokens } = open();
      planAll(transport);
      const refreshToken = newRefreshToken();
      const refreshing = tokens.refresh({ room, ttlSeconds, refreshToken }, never);
      await expect(refreshing).rejects.toMatchObject({ kind });
      await secrets.settled();
      expect(rooms.all()).toHaveLength(kept ? 1 : 0);
      expect(JSON.stringify(secrets.contents).includes(refreshToken)).toBe(kept);
    });
  }
});
