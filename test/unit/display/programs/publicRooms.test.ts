import { describe, expect, it } from 'vitest';
import { Emitter } from '../../../../src/core/emitter';
import type { Room } from '../../../../src/core/rooms/room';
import type { RoomChange } from '../../../../src/core/rooms/roomList';
import { publicRoom } from '../../../../src/display/programs/publicRoom';
import { PublicRooms } from '../../../../src/display/programs/publicRooms';
import { roomId } from '../../../support/telnyxTokens';
import { noon, roomOf } from '../rooms';

describe('What other extensions see of a room', () => {
  it('is what they need to know, and nothing else', () => {
    const record = { name: 'stand-up', lastTtlSeconds: 600, autoRefresh: 'on' } as const;
    expect(publicRoom(roomOf(record, { autoRefresh: { kind: 'on' } }))).toEqual({
      id: roomId,
      name: 'stand-up',
      apiOrigin: 'https://api.telnyx.com',
      sandbox: false,
      autoRefresh: true,
      clientToken: { issuedAt: noon, expiresAt: noon + 600_000 },
      refreshToken: { issuedAt: noon, expiresAt: noon + 3_600_000 },
    });
  });

  it('is frozen, and a copy', () => {
    const room = roomOf();
    const seen = publicRoom(room);
    expect(Object.values(seen).concat(seen).every(Object.isFrozen)).toBe(true);
    expect(seen.clientToken).not.toBe(room.record.clientToken);
  });

  it.each([
    ['off', false],
    ['on', true],
    ['paused', false],
  ] as const)('says of auto-refresh that is %s: %s', (kind, expected) => {
    expect(publicRoom(roomOf({}, { autoRefresh: { kind } })).autoRefresh).toBe(expected);
  });

  it('has no token that was lost', () => {
    expect(publicRoom(roomOf({}, { lost: ['client', 'refresh'] }))).toEqual({
      id: roomId,
      name: roomId.slice(0, 8),
      apiOrigin: 'https://api.telnyx.com',
      sandbox: false,
      autoRefresh: false,
    });
  });
});

describe('What other extensions see of all rooms', () => {
  function view(...first: readonly Room[]) {
    let rooms = first;
    const emitter = new Emitter<RoomChange>();
    let changes = 0;
    const seen = new PublicRooms(
      { all: () => rooms, onDidChange: emitter.event },
      () => (changes += 1),
    );
    const show = (...next: readonly Room[]) => {
      rooms = next;
      emitter.fire({ kind: 'list' });
      return changes;
    };
    return { seen, show };
  }

  it('changes with the rooms, and is the same list until then', () => {
    const { seen, show } = view();
    expect(seen.all()).toEqual([]);
    expect(show(roomOf())).toBe(1);
    const before = seen.all();
    expect(before).toHaveLength(1);
    expect(Object.isFrozen(before)).toBe(true);
    expect(show(roomOf({}, { activity: { kind: 'refreshing' } }))).toBe(1);
    expect(seen.all()).toBe(before);
    expect(show(roomOf({ name: 'stand-up' }))).toBe(2);
    expect(seen.all()).toMatchObject([{ name: 'stand-up' }]);
  });

  it('is no longer looked at after the end', () => {
    const { seen, show } = view();
    seen.dispose();
    expect(show(roomOf())).toBe(0);
  });
});
