import { describe, expect, it } from 'vitest';
import type { EnvLink } from '../../../../src/core/envFiles/envLink';
import { EnvLinks } from '../../../../src/core/envFiles/envLinks';
import { MemoryState } from '../../../support/memoryState';

const roomKey = 'https://api.telnyx.com/9e2a0cbe-ce66-411e-a1ac-468f0b103c9a';
const otherRoomKey = 'https://api.telnyx.com/11111111-2222-4333-8444-555555555555';

const link: EnvLink = {
  roomKey,
  file: 'file:///work/my%20app/.env',
  variable: 'TELNYX_CLIENT_TOKEN',
  expiryVariable: 'TELNYX_CLIENT_TOKEN_EXPIRES_AT',
};
const remoteLink: EnvLink = {
  roomKey,
  file: 'vscode-remote://ssh-remote+host/app/.env.local',
  variable: 'VITE_TELNYX_CLIENT_TOKEN',
};
const otherLink: EnvLink = { roomKey: otherRoomKey, file: link.file, variable: 'OTHER_TOKEN' };

async function linksWith(...added: readonly EnvLink[]) {
  const state = new MemoryState();
  const links = new EnvLinks(state);
  for (const one of added) {
    await links.add(one);
  }
  return { state, links };
}

describe('EnvLinks', () => {
  it('keeps links over a restart, by room too', async () => {
    const { state } = await linksWith(link, remoteLink, otherLink);
    const links = new EnvLinks(state);
    expect(links.all()).toEqual([link, remoteLink, otherLink]);
    expect(links.ofRoom(roomKey)).toEqual([link, remoteLink]);
    expect(links.ofRoom(otherRoomKey)).toEqual([otherLink]);
    expect(links.ofRoom('https://api.telnyx.com')).toEqual([]);
  });

  it('has one link for a variable of a file', async () => {
    const { links } = await linksWith(link);
    const { expiryVariable, ...rest } = link;
    const replaced = { ...rest, roomKey: otherRoomKey };
    await links.add(replaced);
    expect(expiryVariable).toBeDefined();
    expect(links.all()).toEqual([replaced]);
  });

  it('removes a link, and no other of its file or room', async () => {
    const { state, links } = await linksWith(link, remoteLink, otherLink);
    await links.remove({ file: link.file, variable: link.variable });
    expect(links.all()).toEqual([remoteLink, otherLink]);
    expect(state.keys()).toHaveLength(2);
  });

  it.each([
    ['no object', 'text'],
    ['null', null],
    ['a list', [link]],
    ['no room', { ...link, roomKey: undefined }],
    ['an empty room', { ...link, roomKey: '' }],
    ['a path for a URI', { ...link, file: '/work/.env' }],
    ['a number for a file', { ...link, file: 1 }],
    ['no name for a variable', { ...link, variable: 'A-B' }],
    ['another file than its key', { ...link, file: 'file:///elsewhere/.env' }],
    ['another variable than its key', { ...link, variable: 'OTHER' }],
  ])('leaves what is no link alone: %s', async (_name, junk) => {
    const { state, links } = await linksWith(link, otherLink);
    const key = state.keys()[0] ?? '';
    await state.update(key, junk);
    const contents = state.contents;
    expect(links.all()).toEqual([otherLink]);
    await links.remove(otherLink);
    expect(links.all()).toEqual([]);
    await links.add(otherLink);
    expect(state.contents).toBe(contents);
  });

  it.each(['A-B', 1, link.variable])('ignores an expiry variable that is none: %j', async junk => {
    const { state, links } = await linksWith(link);
    await state.update(state.keys()[0] ?? '', { ...link, expiryVariable: junk });
    const { roomKey, file, variable } = link;
    expect(links.all()).toEqual([{ roomKey, file, variable }]);
  });

  it('reads back nothing but what a link has', async () => {
    const { state, links } = await linksWith(link);
    await state.update(state.keys()[0] ?? '', { ...link, token: 'x' });
    expect(links.all()).toEqual([link]);
  });

  it("leaves others' state alone", async () => {
    const { state, links } = await linksWith();
    await state.update('telnyxRooms.pinnedRoom', link);
    expect(links.all()).toEqual([]);
  });
});
