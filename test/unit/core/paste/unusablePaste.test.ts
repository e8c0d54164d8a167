import { describe, expect, it } from 'vitest';
import { recognizePaste } from '../../../../src/core/paste/recognizePaste';
import { makeJwt } from '../../../support/makeJwt';
import { otherRoomId, refreshToken, roomId } from '../../../support/telnyxTokens';

const now = Date.parse('2026-11-23T12:00:00Z');
const seconds = now / 1000;
const apiKey = 'KEY0123456789ABCDEF0123456789ABCDEF_0123456789abcdef-_0123';

describe('a paste without a token', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t ', 'empty'],
    ['quotes', ' "", ', 'empty'],
    ['an API key', apiKey, 'apiKey'],
    ['an API key as a bearer', `Bearer ${apiKey}`, 'apiKey'],
    ['an API key in an .env line', `TELNYX_API_KEY="${apiKey}"`, 'apiKey'],
    ['an API key under a wrong name', `refresh_token=${apiKey}`, 'apiKey'],
    ['an API key glued to its name', `TELNYX_API_KEY:${apiKey}`, 'apiKey'],
    ['an API key glued to an option', `-H${apiKey}`, 'apiKey'],
    ['an API key as a password', `user:${apiKey}@host`, 'apiKey'],
    ['an API key inside of an opaque word', `refresh_token=x.${apiKey}`, 'apiKey'],
    [
      'an API key in curl',
      `curl https://api.telnyx.com/v2/rooms/${roomId} -H 'Authorization: Bearer ${apiKey}'`,
      'apiKey',
    ],
    ['a sentence', 'Paste the token here.', 'nothing'],
    ['words that start like a key', 'KEYCLOAK_CLIENT_SECRET= KEYBOARD=de', 'nothing'],
    ['a word that starts like a key', 'KEYBOARD_LAYOUT_OF_THE_MACHINE', 'nothing'],
    ['half a JWT', 'the token eyJhbGciOiJFZDI1NTE5In0.eyJ is', 'nothing'],
    ['a JWT of no object', `the token ${makeJwt(['x'])} is`, 'nothing'],
    ['a room of an answer', JSON.stringify({ data: { id: roomId } }, undefined, 2), 'nothing'],
    [
      'curl with a variable for a token',
      `curl https://api.telnyx.com/v2/rooms/${roomId}/actions/refresh -d refresh_token=$TOKEN`,
      'nothing',
    ],
  ])('says what it is: %s', (_name, text, reason) => {
    expect(recognizePaste(text, now)).toEqual({ kind: 'unusable', reason });
  });

  it.each([
    ['an id', roomId],
    ['an id in quotes', ` "${roomId.toUpperCase()}", `],
    ['an .env line', `ROOM_ID=${roomId}`],
    ['an address', `https://api.telnyx.com/v2/rooms/${roomId}/actions/refresh_client_token`],
    ['an address without a scheme', `api.telnyx.com/v2/rooms/${roomId}`],
    ["a grant's resource", `telnyx:video:rooms:${roomId}`],
  ])('says that it is a room: %s', (_name, text) => {
    expect(recognizePaste(text, now)).toEqual({ kind: 'unusable', reason: 'roomId', roomId });
  });
});

describe('an enormous paste', () => {
  const token = refreshToken({ iat: seconds, exp: seconds + 60 });

  it('is refused above 200,000 characters, and read up to there', () => {
    const padding = ' '.repeat(200_000 - token.length);
    expect(recognizePaste(padding + token, now)).toMatchObject({ refresh: { token } });
    expect(recognizePaste(`${padding} ${token}`, now)).toEqual({
      kind: 'unusable',
      reason: 'tooLong',
    });
  });

  // A pattern that tries every start of a run to its end takes minutes, far above the time limit.
  it.each([
    ' ',
    'a',
    '"',
    '" ',
    '.',
    '-',
    '\\',
    '\\"',
    '\\u00',
    '^',
    '%',
    '%2',
    '%2E',
    '=',
    ':',
    '{',
    '{}',
    'KEY',
    'KEYa-',
    'KEY0 ',
    'eyJ',
    'eyJ.',
    'eyJ ',
    'eyJ0eX.eyJ0eX. ',
    'eyJhbGciOiJub25lIn0.e30. ',
    'token=',
    'token= ',
    'token:',
    'token =" ',
    'token:a',
    'token=a ',
    'token:Bearer ',
    '--token ',
    '--token eyJ0eX.',
    'token_expires_at:2026-11-23T12:00:00:',
    'token=a token_expires_at=1 ',
    'refresh_token=a0b1c2d3e4f5a0b1c2d3e4f5 ',
    'refresh_token=eyJhbGciOiJub25lIn0.e30. ',
    'rooms/',
    `rooms/${otherRoomId} `,
    `rooms/${otherRoomId}-`,
    'Bearer ',
    "Bearer 'x",
  ])('of %j again and again is read in time', unit => {
    const run = unit.repeat(Math.floor(199_000 / unit.length));
    for (const text of [run, `${run}é`, `token=${run}=x`, `refresh_token="${run}" ${token}`]) {
      expect(() => recognizePaste(text, now)).not.toThrow();
    }
  });
});
