import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../../src/core/tokens/findTokens';
import { diagnosticText, usualVariable } from '../../../../src/display/decoded/diagnosticText';
import { clientToken, refreshToken, roomId } from '../../../support/telnyxTokens';
import { vendorRefreshToken } from '../../../support/vendorTokens';

const now = Date.parse('2026-11-23T12:00:00Z');
const endingIn = (left: number) => ({ iat: now / 1000 - 600, exp: now / 1000 + left });
const apiKey = 'KEY0123456789ABCDEF0123456789ABCDEF_0123456789abcdef-_0123';
const opaque = `https://app.example/rooms/${roomId}?refresh_token=v1.opaque-token-0123456789`;

function textsOf(source: string): readonly string[] {
  return findSecrets(source).map(found => diagnosticText(found, now));
}

describe('diagnosticText', () => {
  it.each([
    [
      'a client token',
      clientToken(endingIn(599)),
      'Telnyx client token (room 9e2a0cbe…, valid for 9 min) in this file. Whoever reads it can join the room until the token expires. Put it into an environment variable such as TELNYX_CLIENT_TOKEN and read it from there.',
    ],
    [
      'a refresh token in an address',
      `/?refresh_token=${refreshToken(endingIn(7300))}`,
      'Telnyx refresh token (room 9e2a0cbe…, valid for 2 h) in an address, which histories and logs keep. Whoever reads it can get client tokens of the room until the token expires. Put it into an environment variable such as TELNYX_REFRESH_TOKEN and read it from there.',
    ],
    [
      'an opaque token',
      opaque,
      'Telnyx refresh token in an address, which histories and logs keep. Whoever reads it can get client tokens of the room until the token expires. Put it into an environment variable such as TELNYX_REFRESH_TOKEN and read it from there.',
    ],
    [
      'a token that has ended',
      vendorRefreshToken,
      'Telnyx refresh token (expired 2377 days ago) in this file. It no longer works, and the next one would be a secret. Put it into an environment variable such as TELNYX_REFRESH_TOKEN and read it from there.',
    ],
    [
      'an API key',
      apiKey,
      'Telnyx API key in this file. Whoever reads it can use the whole account until the key is revoked. Put it into an environment variable such as TELNYX_API_KEY and read it from there.',
    ],
  ])('says what is wrong with %s, and what to do', (_name, source, text) => {
    expect(textsOf(source)).toEqual([text]);
  });

  it('quotes nothing of the secret', () => {
    const sources = [clientToken(endingIn(1)), apiKey, opaque];
    for (const text of textsOf(sources.join('\n'))) {
      expect(text).not.toMatch(/eyJ|KEY\d|v1\.|0123456789/);
    }
  });

  it('names the variable that the text names', () => {
    expect(usualVariable('clientToken')).toBe('TELNYX_CLIENT_TOKEN');
  });
});
