import { describe, expect, it } from 'vitest';
import { createWorld, key, newRefreshToken, room } from './world';

const recordKey = `telnyxRooms.room:${key}`;
const secretKey = `telnyxRooms.refreshToken:${key}`;

describe('Stored records', () => {
  it.each([
    ['junk', 'junk'],
    ['null', null],
    ['a number', 42],
    ['no id', { ...room, id: undefined }],
    ['an id that is none', { ...room, id: '../evil' }],
    ['an unsafe base URL', { ...room, baseUrl: 'http://evil.example' }],
  ])('that are %s are ignored and left alone', async (_name, value) => {
    const { state, open } = createWorld();
    await state.update(recordKey, value);
    expect(open().rooms.all()).toEqual([]);
    expect(state.keys()).toEqual([recordKey]);
  });

  it('lose only the members that can not be read', async () => {
    const { state, open } = createWorld();
    const record = { ...room, name: 7, lastTtlSeconds: 1e9, clientToken: { expiresAt: 'soon' } };
    await state.update(recordKey, { ...record, refreshToken: { expiresAt: 5 }, unknown: true });
    expect(
      open()
        .rooms.all()
        .map(({ record }) => record),
    ).toEqual([{ ...room, refreshToken: { expiresAt: 5 } }]);
  });

  it('lose times that no date can show', async () => {
    const { state, open } = createWorld();
    await state.update(recordKey, {
      ...room,
      clientToken: { expiresAt: 8.64e15 + 1 },
      refreshToken: { expiresAt: 8.64e15 },
    });
    expect(open().rooms.get(key)?.record).toEqual({
      ...room,
      refreshToken: { expiresAt: 8.64e15 },
    });
  });

  it('are deleted with everything else, readable or not', async () => {
    const { state, secrets, open } = createWorld();
    const { keeper, rooms, tokens } = open();
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await state.update(`${recordKey}-junk`, 'junk');
    await state.update('telnyxRooms.pinnedRoom', key);
    await tokens.forgetAll();
    await secrets.settled();
    expect(rooms.all()).toEqual([]);
    expect(state.keys()).toEqual(['telnyxRooms.pinnedRoom']);
    expect(secrets.contents).toEqual({});
  });
});

describe('Stored secrets', () => {
  const good = { version: 1, kind: 'refresh', ...room, token: 'secret-token' };

  it.each([
    ['junk', 'secret-token'],
    ['a list', '["secret-token"]'],
    ['of a newer version', JSON.stringify({ ...good, version: 2 })],
    ['of another kind', JSON.stringify({ ...good, kind: 'client' })],
    ['for another origin', JSON.stringify({ ...good, baseUrl: 'https://evil.example/v2' })],
    ['for another room', JSON.stringify({ ...good, id: '11111111-2222-4333-8444-555555555555' })],
    ['without a token', JSON.stringify({ ...good, token: '' })],
    ['without a room', JSON.stringify({ ...good, id: undefined })],
  ])(
    'that are %s count as absent, are left alone, and are logged without their value',
    async (_name, text) => {
      const { secrets, logger, open } = createWorld();
      secrets.put(secretKey, text);
      await expect(open().stored.token('refresh', key)).rejects.toMatchObject({
        name: 'MissingTokenError',
      });
      expect(secrets.contents).toEqual({ [secretKey]: text });
      expect(logger.warnings).toHaveLength(1);
      expect(logger.lines.join()).not.toContain('secret-token');
    },
  );

  it('lose times that no date can show', async () => {
    const { secrets, open } = createWorld();
    const { rooms } = open();
    const text = JSON.stringify({ ...good, issuedAt: 5, expiresAt: 1e300 });
    await secrets.window().store(secretKey, text);
    await secrets.settled();
    expect(rooms.get(key)?.record.refreshToken).toEqual({ issuedAt: 5 });
  });

  it('are read when they are good', async () => {
    const { secrets, open } = createWorld();
    secrets.put(secretKey, JSON.stringify(good));
    expect(await open().stored.token('refresh', key)).toBe('secret-token');
  });
});

describe('What the tokens of a room say', () => {
  it('is decoded once, and again after a change', async () => {
    const { secrets, open } = createWorld();
    const { details, keeper, rooms } = open();
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await secrets.settled();
    secrets.reads.length = 0;
    const first = rooms.get(key);
    const read = async () => first && details.read(first);
    expect(await read()).toBe(await read());
    expect(secrets.reads).toHaveLength(2);

    await keeper.keep(room, { refresh: { token: newRefreshToken(60) } });
    const second = rooms.get(key);
    const decoded = second && (await details.read(second)).refresh;
    expect(decoded?.ok && decoded.token.times).toEqual(second?.record.refreshToken);
  });

  it('is asked for again when the secret store had failed', async () => {
    const { secrets, open } = createWorld();
    const { details, keeper, rooms } = open();
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await secrets.settled();
    const shown = rooms.get(key);
    secrets.failNext(new Error('locked'));
    await expect(shown && details.read(shown)).rejects.toMatchObject({
      name: 'StorageError',
    });
    expect(shown && (await details.read(shown)).refresh?.ok).toBe(true);
  });
});
