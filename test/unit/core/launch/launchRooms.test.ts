import { describe, expect, it } from 'vitest';
import { roomsNamed, roomsWithToken } from '../../../../src/core/launch/launchRooms';
import type { Room, RoomRecord } from '../../../../src/core/rooms/room';
import { roomKey } from '../../../../src/core/rooms/roomIdentity';
import { roomId } from '../../../support/telnyxTokens';

const otherId = '11111111-2222-4333-8444-555555555555';

function room(record: Partial<RoomRecord>): Room {
  const whole = { id: roomId, baseUrl: 'https://api.telnyx.com/v2', sandbox: false, ...record };
  const states = { activity: { kind: 'idle' }, autoRefresh: { kind: 'off' }, lost: [] } as const;
  return { key: roomKey(whole), record: whole, ...states };
}

const standUp = room({ name: 'stand-up', clientToken: {} });
const elsewhere = room({ baseUrl: 'https://eu.example/v2', name: 'stand-up', refreshToken: {} });
const mine = room({ id: otherId, givenName: 'mine' });
const rooms = [standUp, elsewhere, mine];

describe('The rooms of a launch', () => {
  it.each([
    [roomId, [standUp, elsewhere]],
    [roomId.toUpperCase(), [standUp, elsewhere]],
    [standUp.key, [standUp]],
    ['stand-up', [standUp, elsewhere]],
    ['mine', [mine]],
    ['Mine', []],
    [roomId.slice(0, 8), []],
    ['undefined', []],
  ])('that %s names', (text, named) => {
    expect(roomsNamed(rooms, text)).toEqual(named);
  });

  it('are those with a token, where none is named', () => {
    expect(roomsWithToken(rooms)).toEqual([standUp, elsewhere]);
  });
});
