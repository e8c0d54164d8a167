import { describe, expect, it } from 'vitest';
import { recognizePaste } from '../../../../src/core/paste/recognizePaste';
import { makeJwt } from '../../../support/makeJwt';
import { clientToken, otherRoomId, refreshToken, roomId } from '../../../support/telnyxTokens';

const now = Date.parse('2026-11-23T12:00:00Z');
const seconds = now / 1000;
const life = { iat: seconds, exp: seconds + 3600 };
const roomless = makeJwt({ typ: 'refresh', ...life });
const ofTwoRooms = makeJwt({
  typ: 'refresh',
  ...life,
  grants: [
    { actions: ['join'], resources: [roomId, otherRoomId].map(id => `telnyx:video:rooms:${id}`) },
  ],
});

describe('the room of pasted tokens', () => {
  it.each([
    ['grants', refreshToken(life), roomId],
    ['grants, not the text', `/rooms/${otherRoomId}/actions ${refreshToken(life)}`, roomId],
    [
      'the grants of one of two tokens',
      `${clientToken(life, otherRoomId)} ${roomless}`,
      otherRoomId,
    ],
    ['a path', `https://api.telnyx.com/v2/rooms/${roomId}/actions/x ${roomless}`, roomId],
    [
      'a path that ends there',
      `http://localhost/rooms/${roomId}?refresh_token=${roomless}`,
      roomId,
    ],
    ['an encoded path', `/?next=%2Frooms%2F${roomId}&refresh_token=${roomless}`, roomId],
    ['capitals', `/rooms/${roomId.toUpperCase()}/ ${roomless}`, roomId],
    ['room_id', JSON.stringify({ room_id: roomId, refresh_token: roomless }), roomId],
    ['roomId', `{ roomId: '${roomId}', refreshToken: '${roomless}' }`, roomId],
    ['ROOM_ID', `export VITE_ROOM_ID="${roomId}" REFRESH_TOKEN=${roomless}`, roomId],
    ['an option', `telnyx --room-id ${roomId} --refresh-token ${roomless}`, roomId],
    ['a path and a name that agree', `/rooms/${roomId} room_id=${roomId} ${roomless}`, roomId],
    ['nothing', roomless, undefined],
    [
      'a path and a name that differ',
      `/rooms/${roomId} room=${otherRoomId} ${roomless}`,
      undefined,
    ],
    ['a name that is none', `room_id=undefined ${roomless}`, undefined],
    ['another id', `x-request-id: ${otherRoomId} ${roomless}`, undefined],
    ['a longer word', `/rooms/${roomId}-2/ ${roomless}`, undefined],
    ['grants of two rooms', ofTwoRooms, undefined],
    ['grants of two rooms and a path', `/rooms/${otherRoomId}/ ${ofTwoRooms}`, otherRoomId],
    [
      'grants of two rooms and a path elsewhere',
      `/rooms/${roomId.replace('9', '8')}/ ${ofTwoRooms}`,
      undefined,
    ],
    ['grants of two rooms and the other token', `${ofTwoRooms} ${clientToken(life)}`, roomId],
  ])('is told by %s', (_name, text, expected) => {
    const paste = recognizePaste(text, now);
    expect(paste.kind).toBe('tokens');
    expect(paste.kind === 'tokens' && paste.roomId).toBe(expected);
  });

  it('says every room that a token names', () => {
    expect(recognizePaste(ofTwoRooms, now)).toMatchObject({
      refresh: { roomIds: [roomId, otherRoomId] },
    });
  });

  it('refuses a client and a refresh token of different rooms', () => {
    const text = `client_token=${clientToken(life)}&refresh_token=${refreshToken(life, otherRoomId)}`;
    expect(recognizePaste(text, now)).toEqual({
      kind: 'unusable',
      reason: 'severalRooms',
      roomIds: [roomId, otherRoomId],
    });
  });
});
