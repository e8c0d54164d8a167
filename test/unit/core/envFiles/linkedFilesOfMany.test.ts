import { describe, expect, it } from 'vitest';
import { clientToken, otherRoomId } from '../../../support/telnyxTokens';
import { noon, room } from '../rooms/world';
import { createLinkedWorld, file, link } from './linkedWorld';

const otherRoom = { ...room, id: otherRoomId };
const otherLink = {
  roomKey: `https://api.telnyx.com/${otherRoomId}`,
  file,
  variable: 'OTHER_TOKEN',
};
const withExpiry = { ...link, expiryVariable: 'TOKEN_ENDS' };

describe('Another writer', () => {
  it('loses nothing that it wrote between reading and writing', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const { envSync, keep } = openWindow();
    await keep();
    await envSync.link(link);
    let others = 0;
    files.meanwhile = () => {
      if (others < 3) {
        files.texts.set(file, `${files.texts.get(file) ?? ''}B${++others}=1\n`);
      }
    };
    const token = await keep();
    await settle();
    expect(files.texts.get(file)).toBe(`A=1\nTELNYX_CLIENT_TOKEN=${token}\nB1=1\nB2=1\nB3=1\n`);
  });

  it('that deletes the file has it deleted', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const { envSync, keep } = openWindow();
    await keep();
    await envSync.link(link);
    files.meanwhile = () => files.texts.delete(file);
    await keep();
    await settle();
    expect(files.texts.has(file)).toBe(false);
    expect(envSync.stateOf(link)).toEqual({ kind: 'missing' });
  });

  it('that never stops is not fought, and said', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const { envSync, keep } = openWindow();
    await keep();
    await envSync.link(link);
    let others = 0;
    files.meanwhile = () => files.texts.set(file, `B=${++others}\n`);
    await keep();
    await settle();
    expect(envSync.stateOf(link)).toEqual({ kind: 'failed', cause: 'busy' });
    expect(others).toBe(8);
    expect(files.texts.get(file)).toBe('B=8\n');
  });
});

describe('Two windows', () => {
  it('of one workspace write a token once', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const [one, other] = [openWindow(), openWindow()];
    await one.keep();
    await settle();
    await one.envSync.link(link);
    await other.envSync.start();
    files.written.length = 0;
    const token = await one.keep();
    await settle();
    expect(files.written).toHaveLength(1);
    expect(files.texts.get(file)).toContain(token);
    expect(other.envSync.stateOf(link)).toEqual({ kind: 'current' });
  });

  it('that link variables of one file both get theirs', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const [one, other] = [openWindow(), openWindow()];
    await one.keep();
    await one.keep(600, otherRoom);
    await settle();
    await Promise.all([one.envSync.link(link), other.envSync.link(otherLink)]);
    for (let round = 0; round < 20; round++) {
      const [token, otherToken] = await Promise.all([one.keep(), other.keep(600, otherRoom)]);
      await settle();
      expect(files.texts.get(file)).toContain(`TELNYX_CLIENT_TOKEN=${token}\n`);
      expect(files.texts.get(file)).toContain(`OTHER_TOKEN=${otherToken}\n`);
    }
  });
});

describe('When the workspace opens', () => {
  it('a token that was got meanwhile arrives, without a secret read for a file that has it', async () => {
    const { files, secrets, openWindow, settle } = createLinkedWorld();
    const first = openWindow();
    await first.keep();
    await first.envSync.link(withExpiry);
    await settle();
    first.envSync.dispose();
    secrets.reads.length = 0;

    const second = openWindow();
    await second.envSync.start();
    expect(second.envSync.stateOf(withExpiry)).toEqual({ kind: 'current' });
    expect(secrets.reads).toEqual([]);
    expect(files.tidied).toEqual([file]);
    second.envSync.dispose();

    const token = await second.keep();
    await settle();
    expect(files.texts.get(file)).not.toContain(token);
    await openWindow().envSync.start();
    expect(files.texts.get(file)).toContain(token);
  });

  it('a file without the token of its room, or with another end, gets it', async () => {
    const { files, openWindow } = createLinkedWorld();
    const { envSync, keep } = openWindow();
    const token = await keep();
    await envSync.link(withExpiry);
    const text = files.texts.get(file) ?? '';
    const sameTimes = clientToken({ iat: noon / 1000 + 1, exp: noon / 1000 + 601 }, otherRoomId);
    for (const changed of [
      text.replace(token, sameTimes),
      text.replace('12:10:01', '12:10:07'),
      'A=1\n',
    ]) {
      files.texts.set(file, changed);
      const { envSync } = openWindow();
      await envSync.start();
      expect(files.texts.get(file)).toBe(text);
    }
  });

  it('nothing is read or written before the workspace is trusted', async () => {
    const { files, openWindow, settle } = createLinkedWorld();
    const before = openWindow();
    await before.keep();
    await before.envSync.link(link);
    before.envSync.dispose();
    files.reads = 0;

    const { envSync, keep, trust } = openWindow({ isTrusted: false });
    await envSync.start();
    const token = await keep();
    await settle();
    expect(envSync.stateOf(link)).toEqual({ kind: 'waiting', for: 'trust' });
    expect(await envSync.unlink(link, { withValue: true })).toEqual({ kind: 'untrusted' });
    expect([files.reads, files.tidied]).toEqual([0, []]);
    trust.grant();
    await settle();
    expect(files.texts.get(file)).toContain(token);
  });
});
