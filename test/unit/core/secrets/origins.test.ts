import { describe, expect, it } from 'vitest';
import { roomKey } from '../../../../src/core/rooms/roomIdentity';
import { createWorld, key, never, newClientToken, newRefreshToken, room } from '../rooms/world';

const apiKey = 'KEY0123456789abcdef';

/** APIs that are not Telnyx's, and of which nothing is stored. */
const others = [
  'https://evil.example/v2',
  'https://api.telnyx.com.evil.example/v2',
  'https://api.telnyx.com:8443/v2',
  'http://127.0.0.1:8080/v2',
];

/** A window with a room at Telnyx's API, both its tokens and a key. */
async function openWithSecrets() {
  const { secrets, open } = createWorld();
  const core = open();
  const kept = { client: { token: newClientToken(600) }, refresh: { token: newRefreshToken() } };
  await core.keeper.keep(room, kept);
  await core.apiKeys.write(room.baseUrl, apiKey);
  await secrets.settled();
  secrets.reads.length = 0;
  return { core, secrets };
}

// What is sent and not planned fails these tests.
describe.each(others)('The secrets of one API, for %s', baseUrl => {
  const sameRoom = { ...room, baseUrl };

  it.each([
    ['that nobody agreed to', false],
    ['that the user agreed to', true],
  ])('are not looked up for an API %s', async (_name, isTrusted) => {
    const { core, secrets } = await openWithSecrets();
    if (isTrusted) {
      await core.origins.trust(baseUrl);
    }
    const missing = { name: 'MissingTokenError' };
    const request = { room: sameRoom, ttlSeconds: 60 };
    await expect(core.tokens.refresh(request, never)).rejects.toMatchObject(missing);
    await expect(core.drill.issue(sameRoom, 10, never)).rejects.toMatchObject(missing);
    for (const kind of ['client', 'refresh'] as const) {
      const stored = core.stored.token(kind, roomKey(sameRoom));
      await expect(stored).rejects.toMatchObject(missing);
    }
    expect(core.apiKeys.has(baseUrl)).toBe(false);
    expect(await core.apiKeys.read(baseUrl)).toBeUndefined();
    expect(secrets.reads.filter(read => !read.includes(new URL(baseUrl).origin))).toEqual([]);
  });

  it('are not sent there by any call, even when they are handed over', async () => {
    const { core } = await openWithSecrets();
    const refreshToken = newRefreshToken();
    const [refresh, generate] = [
      { room: sameRoom, ttlSeconds: 60, refreshToken },
      { room: sameRoom, ttlSeconds: 60, refreshTtlSeconds: 600, apiKey },
    ];
    const call = { baseUrl, apiKey };
    for (const work of [
      () => core.tokens.refresh(refresh, never),
      () => core.tokens.refresh({ ...refresh, apiKey }, never),
      () => core.tokens.generate(generate, never),
      () => core.api.refreshClientToken({ ...refresh, baseUrl, roomId: room.id }, never),
      () => core.api.generateTokens({ ...generate, baseUrl, roomId: room.id }, never),
      () => core.api.listRooms({ ...call, pageSize: 1 }, never),
      () => core.api.createRoom({ ...call, name: 'x' }, never),
    ]) {
      await expect(work()).rejects.toThrow(/origin that the user has not agreed to/);
    }
    const known = core.rooms.get(key);
    const led = known && { ...known, record: { ...known.record, baseUrl } };
    await expect(led && core.programRefreshes.refresh(led, 60, never)).rejects.toMatchObject({
      name: 'UntrustedOriginError',
    });
  });
});
