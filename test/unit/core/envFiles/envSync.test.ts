import { describe, expect, it } from 'vitest';
import { clientToken, otherRoomId } from '../../../support/telnyxTokens';
import { key, never, newRefreshToken, noon, refreshAnswer, room } from '../rooms/world';
import { createLinkedWorld, file, link } from './linkedWorld';

const otherRoom = { ...room, id: otherRoomId };
const otherLink = {
  roomKey: `https://api.telnyx.com/${otherRoomId}`,
  file,
  variable: 'OTHER_TOKEN',
};
const withExpiry = { ...link, expiryVariable: 'TOKEN_ENDS' };

describe('A link', () => {
  it('gets the token at once, and each new one', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const { envSync, keep } = openWindow();
    const first = await keep();
    await settle();
    expect(files.reads, 'nothing is linked').toBe(0);
    expect(await envSync.link(withExpiry)).toEqual({ kind: 'current', writtenAt: noon });
    expect(files.texts.get(file)).toBe(
      `A=1\nTELNYX_CLIENT_TOKEN=${first}\nTOKEN_ENDS=2026-11-23T12:10:01Z\n`,
    );
    const second = await keep();
    await settle();
    expect(files.texts.get(file)).toBe(
      `A=1\nTELNYX_CLIENT_TOKEN=${second}\nTOKEN_ENDS=2026-11-23T12:10:02Z\n`,
    );
    expect(files.written).toHaveLength(2);
  });

  it('gets a token that has the same times as the one before', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const { envSync, keeper } = openWindow();
    const life = { iat: noon / 1000, exp: noon / 1000 + 600 };
    const tokens = ['one', 'two'].map(jti => clientToken({ ...life, jti }));
    await keeper.keep(room, { client: { token: tokens[0] ?? '' } });
    await envSync.link(link);
    await keeper.keep(room, { client: { token: tokens[1] ?? '' } });
    await settle();
    expect(files.texts.get(file)).toBe(`A=1\nTELNYX_CLIENT_TOKEN=${tokens[1] ?? ''}\n`);
  });

  it('gets such a token also when it had to wait for the file to be saved', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const { documents, envSync, keeper } = openWindow();
    const life = { iat: noon / 1000, exp: noon / 1000 + 600 };
    const [first, second] = ['one', 'two'].map(jti => clientToken({ ...life, jti }));
    await keeper.keep(room, { client: { token: first ?? '' } });
    await envSync.link(link);
    documents.type(file);
    await keeper.keep(room, { client: { token: second ?? '' } });
    await settle();
    expect(envSync.stateOf(link)).toEqual({ kind: 'waiting', for: 'save' });
    documents.settle(file);
    await settle();
    expect(files.texts.get(file)).toBe(`A=1\nTELNYX_CLIENT_TOKEN=${second ?? ''}\n`);
  });

  it('gets what the API answers to a refresh', async () => {
    const { files, transport, openWindow, settle } = createLinkedWorld();
    const { envSync, keep, keeper, tokens } = openWindow();
    await keep();
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await envSync.link(link);
    transport.answer(201, refreshAnswer('an.opaque~token', noon + 300_000));
    await tokens.refresh({ room, ttlSeconds: 300 }, never);
    await settle();
    expect(files.texts.get(file)).toBe("A=1\nTELNYX_CLIENT_TOKEN='an.opaque~token'\n");
  });

  it('is not looked at again when something else about its room changes', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const { envSync, keep, keeper } = openWindow();
    await keep();
    await envSync.link(link);
    const { reads } = files;
    await keeper.rename(key, 'Team room');
    await keeper.chooseAutoRefresh(key, 'on');
    await settle();
    expect(files.reads).toBe(reads);
  });

  it('goes in one write with others of its file', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const { envSync, keep } = openWindow();
    await keep();
    await keep(600, otherRoom);
    await envSync.link(link);
    await envSync.link(otherLink);
    files.written.length = 0;
    const [one, other] = await Promise.all([keep(), keep(600, otherRoom)]);
    await settle();
    expect(files.texts.get(file)).toBe(`A=1\nTELNYX_CLIENT_TOKEN=${one}\nOTHER_TOKEN=${other}\n`);
    expect(files.written.length).toBeLessThanOrEqual(2);
    expect(envSync.stateOf(otherLink)).toMatchObject({ kind: 'current' });
  });

  it('replaces the one of the same variable', async () => {
    const { files, openWindow } = createLinkedWorld();
    const { envSync, keep } = openWindow();
    await keep();
    const other = await keep(600, otherRoom);
    await envSync.link(link);
    const changes: string[] = [];
    envSync.onDidChange(roomKey => changes.push(roomKey));
    await envSync.link({ ...link, roomKey: otherLink.roomKey });
    expect(envSync.ofRoom(key)).toEqual([]);
    expect(files.texts.get(file)).toBe(`A=1\nTELNYX_CLIENT_TOKEN=${other}\n`);
    expect(changes).toContain(key);
    expect(changes).toContain(otherLink.roomKey);
  });

  it('takes out the expiry when that is not known any more', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const { envSync, keep, keeper } = openWindow();
    await keep();
    await envSync.link(withExpiry);
    await keeper.keep(room, { client: { token: 'opaque' } });
    await settle();
    expect(files.texts.get(file)).toBe('A=1\nTELNYX_CLIENT_TOKEN=opaque\n');
  });

  it('waits for a token where the room has none', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const { envSync, keeper, keep } = openWindow();
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    expect(await envSync.link(link)).toEqual({ kind: 'waiting', for: 'token' });
    const token = await keep();
    await settle();
    expect(files.texts.get(file)).toContain(token);
  });

  it('says that VS Code lost the token, and leaves the file alone', async () => {
    const { files, secrets, openWindow, settle } = createLinkedWorld();
    const { envSync, keep } = openWindow();
    await keep();
    secrets.corrupt(`telnyxRooms.clientToken:${key}`);
    expect(await envSync.link(link)).toEqual({ kind: 'failed', cause: 'lostToken' });
    await settle();
    expect(files.written).toEqual([]);
  });

  it('survives a disk or a secret storage that fails, and logs nothing of either', async () => {
    const { files, logger, secrets, openWindow, settle } = createLinkedWorld();
    const { envSync, keep } = openWindow();
    const token = await keep();
    await settle();
    files.failure = new Error(`EIO: ${token}`);
    expect(await envSync.link(link)).toEqual({ kind: 'failed', cause: 'system' });
    secrets.failNext(new Error(`locked: ${token}`));
    expect(await envSync.write(link)).toEqual({ kind: 'failed', cause: 'system' });
    expect(logger.lines.join()).toContain('could not be reached');
    expect(logger.lines.join()).not.toContain('eyJ');
    expect(await envSync.write(link)).toMatchObject({ kind: 'current' });
  });
});

describe('A linked file', () => {
  it('is written when its changes are saved or reverted, with the newest token', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const { envSync, documents, keep } = openWindow();
    await keep();
    await envSync.link(link);
    documents.type(file);
    await keep();
    await settle();
    expect(envSync.stateOf(link)).toEqual({ kind: 'waiting', for: 'save' });
    const newest = await keep();
    await settle();
    expect(files.written).toHaveLength(1);
    files.texts.set(file, 'B=2\n');
    documents.settle(file);
    await settle();
    expect(files.texts.get(file)).toBe(`B=2\nTELNYX_CLIENT_TOKEN=${newest}\n`);
  });

  it('keeps what its user put there, until there is a new token', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const { envSync, documents, keep } = openWindow();
    await keep();
    await envSync.link(link);
    files.texts.set(file, 'TELNYX_CLIENT_TOKEN=mine\n');
    documents.settle(file);
    await settle();
    expect(files.texts.get(file)).toBe('TELNYX_CLIENT_TOKEN=mine\n');
    const token = await keep();
    await settle();
    expect(files.texts.get(file)).toBe(`TELNYX_CLIENT_TOKEN=${token}\n`);
  });

  it('is not made again by itself, but when the user says so', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const { envSync, keep } = openWindow();
    await keep();
    await envSync.link(link);
    files.texts.delete(file);
    const token = await keep();
    await settle();
    expect(envSync.stateOf(link)).toEqual({ kind: 'missing' });
    expect(files.texts.has(file)).toBe(false);
    expect(await envSync.write(link)).toMatchObject({ kind: 'current' });
    expect(files.texts.get(file)).toBe(`TELNYX_CLIENT_TOKEN=${token}\n`);
    expect(files.written.at(-1)?.isPrivate).toBe(true);
  });

  it.each(['tracked', 'exposed', 'unknown'] as const)(
    'is not written once git has it as %s',
    async kind => {
      const { files, openWindow, settle } = createLinkedWorld();
      const { envSync, keep } = openWindow();
      const first = await keep();
      await envSync.link(link);
      files.standings.set(file, kind);
      await keep();
      await settle();
      expect(envSync.stateOf(link)).toEqual({ kind: 'refused', refusal: kind });
      expect(files.texts.get(file)).toContain(first);
      files.standings.delete(file);
      expect(await envSync.write(link)).toMatchObject({ kind: 'current' });
    },
  );

  it.each(['outside', 'link', 'notAFile', 'tooLarge', 'notUtf8'] as const)(
    'is not written where it is %s',
    async obstacle => {
      const { files, openWindow } = createLinkedWorld();
      const { envSync, keep } = openWindow();
      await keep();
      files.obstacles.set(file, obstacle);
      expect(await envSync.link(link)).toEqual({ kind: 'refused', refusal: obstacle });
      expect(files.written).toEqual([]);
    },
  );

  it('is not written where it is read-only or leaves a quote open', async () => {
    const { files, openWindow } = createLinkedWorld();
    const { envSync, keep } = openWindow();
    await keep();
    files.readOnly.add(file);
    expect(await envSync.link(link)).toEqual({ kind: 'refused', refusal: 'readOnly' });
    files.readOnly.clear();
    files.texts.set(file, 'A="open\nTELNYX_CLIENT_TOKEN=x"\n');
    expect(await envSync.write(link)).toMatchObject({ kind: 'current' });
    files.texts.set(file, 'NAME:\n');
    expect(await envSync.write(link)).toMatchObject({ kind: 'current' });
    expect(files.texts.get(file)).toMatch(/^TELNYX_CLIENT_TOKEN=.*\nNAME:\n$/);
  });
});
