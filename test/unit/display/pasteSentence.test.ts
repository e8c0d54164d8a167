import { describe, expect, it } from 'vitest';
import { recognizePaste, type Paste } from '../../../src/core/paste/recognizePaste';
import { pasteSentence, pasteText } from '../../../src/display/pasteSentence';
import { makeJwt } from '../../support/makeJwt';
import { clientToken, otherRoomId, refreshToken, roomId } from '../../support/telnyxTokens';
import { noon, roomOf } from './rooms';

const seconds = noon / 1000;
const life = { iat: seconds, exp: seconds + 600 };
const longLife = { iat: seconds, exp: seconds + 3600 };
const room = roomOf({ givenName: 'Stand-up' }).record;
const untold = makeJwt({ sub: 'x', ...life });

const say = (text: string, target?: typeof room) =>
  pasteSentence(recognizePaste(text, noon), target, noon);

describe('pasteSentence', () => {
  it.each([
    ['a client token', clientToken(life), 'Client token for room 9e2a0cbe, valid until 12:10:00'],
    [
      'a refresh token',
      refreshToken(longLife),
      'Refresh token for room 9e2a0cbe, valid until 13:00:00',
    ],
    [
      'a pair',
      JSON.stringify({
        data: { token: clientToken(life), refresh_token: refreshToken(longLife) },
      }),
      'Client token and refresh token for room 9e2a0cbe, valid until 12:10:00 and until 13:00:00',
    ],
  ])('says for certain what %s is, and until when', (_name, text, sentence) => {
    expect(say(text)).toEqual({ verdict: 'certain', sentence });
  });

  it('calls the room by its title where it is known', () => {
    expect(say(refreshToken(life), room).sentence).toBe(
      'Refresh token for room Stand-up, valid until 12:10:00',
    );
  });

  it('says of a guess that it is one, and of an unknown room that it is asked', () => {
    expect(say(untold)).toEqual({
      verdict: 'guess',
      sentence: 'Perhaps a refresh token, valid until 12:10:00; you are asked for its room next',
    });
    expect(say(untold, room)).toEqual({
      verdict: 'guess',
      sentence: 'Perhaps a refresh token for room Stand-up, valid until 12:10:00',
    });
    const other = makeJwt({ sub: 'y', ...longLife });
    expect(say(`client_token=${untold} refresh_token=${other}`).sentence).toBe(
      'Perhaps a client token and refresh token, valid until 12:10:00 and until 13:00:00; you are asked for their room next',
    );
  });

  it('knows no end of an opaque token', () => {
    expect(say('dGhpcyBpcyBu-b3QgYSBKV1Q_1234', room)).toEqual({
      verdict: 'guess',
      sentence: 'Perhaps a refresh token for room Stand-up, valid for an unknown time',
    });
  });

  it("refuses another room's token", () => {
    expect(say(refreshToken(life, otherRoomId), room)).toEqual({
      verdict: 'unusable',
      sentence: 'This is for room 11111111, not for room Stand-up. Paste a token of this room.',
    });
  });

  it.each([
    ['nothing', '  ', /^Paste a token/],
    ['a whole file', 'x'.repeat(200_001), /too long\. Paste only the token/],
    ['an ordinary text', 'good morning', /^There is no token in this\. .* copy it again\.$/],
    [
      'an API key',
      `KEY0123456789ABCDEF0123456789ABCDEF_${'a'.repeat(22)}`,
      /API key, but no token\. .*Set API Key.* New Room Token\.$/,
    ],
    ['a room ID', roomId, /room ID, but no token\. .* New Room Token\.$/],
    [
      'an expired client token',
      clientToken({ iat: seconds - 60, exp: seconds - 5 }),
      /^This client token expired 11:59:55\. Get a new one/,
    ],
    [
      'an expired refresh token',
      refreshToken({ iat: seconds - 60, exp: seconds - 5 }),
      /^This refresh token expired 11:59:55\. Get a new one/,
    ],
    [
      'tokens of two rooms',
      `client_token=${clientToken(life)} refresh_token=${refreshToken(life, otherRoomId)}`,
      /^These tokens are for several rooms: (?=.*9e2a0cbe)(?=.*11111111).*\. Paste those of one room\.$/,
    ],
  ])('says why %s is of no use, and what to paste', (_name, text, expected) => {
    expect(say(text)).toEqual({
      verdict: 'unusable',
      sentence: expect.stringMatching(expected) as string,
    });
  });

  it('names at most three rooms', () => {
    const roomIds = ['a', 'b', 'c', 'd'].map(digit => roomId.replaceAll('9', digit));
    const paste: Paste = { kind: 'unusable', reason: 'severalRooms', roomIds };
    expect(pasteSentence(paste, undefined, noon).sentence.match(/e2a0cbe/g)).toHaveLength(3);
  });

  it('shows no part of a token', () => {
    const token = refreshToken(life);
    for (const part of token.split('.')) {
      expect(say(token).sentence).not.toContain(part);
    }
  });
});

describe('pasteText', () => {
  it('says what was kept', () => {
    const paste = recognizePaste(clientToken(life), noon);
    expect(paste.kind === 'tokens' && pasteText(paste, 'Stand-up', noon)).toBe(
      'Client token for room Stand-up, valid until 12:10:00',
    );
  });
});
