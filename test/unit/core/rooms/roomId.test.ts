import { describe, expect, it } from 'vitest';
import { parseRoomId, shortRoomId } from '../../../../src/core/rooms/roomId';
import { roomId } from '../../../support/telnyxTokens';

describe('parseRoomId', () => {
  it.each([
    [roomId],
    [roomId.toUpperCase()],
    [`  ${roomId}\n`],
    [`"${roomId}"`],
    [`'${roomId}',`],
    [`“${roomId}”`],
    [`\`${roomId}\`;`],
  ])('forgives case, blanks and quotes: %s', text => {
    expect(parseRoomId(text)).toBe(roomId);
  });

  it.each([
    [''],
    ['stand-up'],
    [roomId.slice(1)],
    [`${roomId}0`],
    [roomId.replaceAll('-', '')],
    [roomId.replace('9', 'g')],
    [`${roomId} ${roomId}`],
    [`https://x/${roomId}`],
    [`../${roomId}`],
  ])('refuses %s', text => {
    expect(parseRoomId(text)).toBeUndefined();
  });

  it('takes no time over a pasted file of blanks', () => {
    const startedAt = performance.now();
    expect(parseRoomId(`a${' '.repeat(200_000)}b`)).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

describe('shortRoomId', () => {
  it('is the first block', () => {
    expect(shortRoomId(roomId)).toBe('9e2a0cbe');
  });
});
