import { describe, expect, it } from 'vitest';
import { clientToken, otherRoomId, refreshToken } from '../../../support/telnyxTokens';
import { key, newRefreshToken, noon, room } from '../rooms/world';
import { createLinkedWorld, file, link } from './linkedWorld';

const withExpiry = { ...link, expiryVariable: 'TOKEN_ENDS' };

/** A window with a linked room, and how a room is forgotten behind its back. */
async function linked() {
  const world = createLinkedWorld();
  const window = world.openWindow();
  const token = await window.keep();
  await window.envSync.link(withExpiry);
  await world.settle();
  return { ...world, ...window, token };
}

describe('Unlinking', () => {
  it('leaves the value, and writes no more', async () => {
    const { envSync, files, keep, settle, token, workspaceState } = await linked();
    await envSync.unlink(withExpiry, { withValue: false });
    await keep();
    await settle();
    expect(files.texts.get(file)).toContain(token);
    expect(workspaceState.keys()).toEqual([]);
    expect(envSync.ofRoom(key)).toEqual([]);
  });

  it('takes out exactly the lines that were written', async () => {
    const { envSync, files } = await linked();
    files.standings.set(file, 'tracked');
    expect(await envSync.unlink(withExpiry, { withValue: true })).toEqual({ kind: 'written' });
    expect(files.texts.get(file)).toBe('A=1\n');
  });

  it.each([
    ['another value', 'TELNYX_CLIENT_TOKEN=mine\nTOKEN_ENDS=2026-11-23T12:10:01Z\n'],
    [
      'a token of another room',
      `TELNYX_CLIENT_TOKEN=${clientToken({ iat: noon / 1000, exp: noon / 1000 + 60 }, otherRoomId)}\n`,
    ],
    [
      'a refresh token',
      `TELNYX_CLIENT_TOKEN=${refreshToken({ iat: noon / 1000, exp: noon / 1000 + 60 })}\n`,
    ],
    ['nothing', 'A=1\n'],
  ])('leaves %s', async (_name, text) => {
    const { envSync, files } = await linked();
    files.texts.set(file, text);
    expect(await envSync.unlink(withExpiry, { withValue: true })).toEqual({ kind: 'unchanged' });
    expect(files.texts.get(file)).toBe(text);
    expect(envSync.all()).toEqual([]);
  });

  it('leaves a name that stands there twice, once with a value of somebody else', async () => {
    const { envSync, files } = await linked();
    const text = `TELNYX_CLIENT_TOKEN=mine\n${files.texts.get(file) ?? ''}`;
    files.texts.set(file, text);
    expect(await envSync.unlink(withExpiry, { withValue: true })).toEqual({ kind: 'unchanged' });
    expect(files.texts.get(file)).toBe(text);
  });

  it('leaves an expiry that is not that of the token', async () => {
    const { envSync, files } = await linked();
    files.texts.set(
      file,
      (files.texts.get(file) ?? '').replace('2026-11-23T12:10:01Z', 'tomorrow'),
    );
    await envSync.unlink(withExpiry, { withValue: true });
    expect(files.texts.get(file)).toBe('A=1\nTOKEN_ENDS=tomorrow\n');
  });

  it('takes out a token that says nothing of itself, as long as it is stored', async () => {
    const { envSync, files, keeper, settle } = await linked();
    await keeper.keep(room, { client: { token: 'opaque', expiresAt: noon + 60_000 } });
    await settle();
    expect(files.texts.get(file)).toContain('=opaque\nTOKEN_ENDS=2026-11-23T12:01:00Z');
    await envSync.unlink(withExpiry, { withValue: true });
    expect(files.texts.get(file)).toBe('A=1\n');
  });

  it('stays linked where the file has unsaved changes or can not be written', async () => {
    const { envSync, documents, files } = await linked();
    documents.type(file);
    expect(await envSync.unlink(withExpiry, { withValue: true })).toEqual({ kind: 'unsaved' });
    documents.settle(file);
    files.readOnly.add(file);
    expect(await envSync.unlink(withExpiry, { withValue: true })).toEqual({
      kind: 'refused',
      refusal: 'readOnly',
    });
    expect(envSync.all()).toEqual([withExpiry]);
  });
});

describe('The links of a forgotten room', () => {
  it('go with their values when another window forgets it', async () => {
    const { envSync, files, openWindow, settle, token, workspaceState } = await linked();
    const { tokens } = openWindow();
    await tokens.forget(key);
    await settle();
    expect(files.texts.get(file)).toBe('A=1\n');
    expect(envSync.all()).toEqual([]);
    expect(workspaceState.contents).not.toContain(token);
  });

  it('go where the room had no token yet', async () => {
    const { openWindow, settle } = createLinkedWorld();
    const { envSync, keeper } = openWindow();
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await envSync.link(link);
    await settle();
    await openWindow().tokens.forget(key);
    await settle();
    expect(envSync.all()).toEqual([]);
  });

  it('go at the next start where that was while the workspace was closed', async () => {
    const { envSync, files, openWindow, settle, tokens } = await linked();
    envSync.dispose();
    await tokens.forget(key);
    await settle();
    expect(files.texts.get(file)).toContain('TELNYX_CLIENT_TOKEN');
    const next = openWindow();
    await next.envSync.start();
    expect(files.texts.get(file)).toBe('A=1\n');
    expect(next.envSync.all()).toEqual([]);
  });

  it('go with an expired token of whichever room, and leave what is not theirs', async () => {
    const { clock, envSync, files, openWindow, tokens } = await linked();
    envSync.dispose();
    await tokens.forget(key);
    const other = clientToken({ iat: noon / 1000, exp: noon / 1000 + 60 }, otherRoomId);
    files.texts.set(file, `TELNYX_CLIENT_TOKEN=${other}\n`);
    await openWindow().envSync.start();
    expect(files.texts.get(file)).toContain(other);

    const again = openWindow();
    await again.keep();
    await again.envSync.link(link);
    again.envSync.dispose();
    await again.tokens.forget(key);
    files.texts.set(file, `TELNYX_CLIENT_TOKEN=${other}\n`);
    clock.set(noon + 61_000);
    await openWindow().envSync.start();
    expect(files.texts.get(file)).toBe('');
  });

  it('go as soon as they can: after a save, or when the workspace is trusted', async () => {
    const { documents, envSync, files, settle, tokens } = await linked();
    documents.type(file);
    await envSync.leave(key);
    await tokens.forget(key);
    await settle();
    expect(envSync.all()).toEqual([withExpiry]);
    documents.settle(file);
    await settle();
    expect(files.texts.get(file)).toBe('A=1\n');
    expect(envSync.all()).toEqual([]);
  });

  it('take an opaque token along when this window forgets the room', async () => {
    const { envSync, files, keeper, settle, tokens } = await linked();
    await keeper.keep(room, { client: { token: 'opaque' } });
    await settle();
    await envSync.leave();
    await tokens.forgetAll();
    expect(files.texts.get(file)).toBe('A=1\n');
  });

  it('stay where the disk fails, and what it said is not logged', async () => {
    const { envSync, files, logger, token } = await linked();
    files.failure = new Error(`EIO ${token}`);
    await envSync.leave();
    expect(envSync.all()).toEqual([withExpiry]);
    expect(logger.lines.join()).not.toContain(token);
  });
});
