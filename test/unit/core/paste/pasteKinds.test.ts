import { describe, expect, it } from 'vitest';
import { recognizePaste } from '../../../../src/core/paste/recognizePaste';
import { makeJwt } from '../../../support/makeJwt';
import { clientToken, refreshToken } from '../../../support/telnyxTokens';
import { vendorRefreshToken } from '../../../support/vendorTokens';

const now = Date.parse('2026-11-23T12:00:00Z');
const seconds = now / 1000;
const life = { iat: seconds, exp: seconds + 3600 };
const opaque = 'dGhpcyBpcyBu-b3QgYSBKV1Q_1234';

describe('the kind of a pasted token', () => {
  const untold = makeJwt({ sub: 'x', ...life });

  it.each([
    ['no name', untold, 'refresh'],
    ['a name that tells nothing', `SECRET=${untold}`, 'refresh'],
    ['refresh_token', `refresh_token=${untold}`, 'refresh'],
    ['refreshToken', `{ refreshToken: "${untold}" }`, 'refresh'],
    ['a variable for refreshing', `MY_REFRESH_TOKEN_2=${untold}`, 'refresh'],
    ['client_token', `client_token=${untold}`, 'client'],
    ['clientToken', `"clientToken": "${untold}"`, 'client'],
    ['the token of an answer', JSON.stringify({ data: { token: untold } }), 'client'],
    ['a variable for joining', `export ROOM_TOKEN=${untold}`, 'client'],
    ['escaped JSON', `"{\\"client_token\\":\\"${untold}\\"}"`, 'client'],
    ['twice escaped JSON', `{\\\\\\"client_token\\\\\\":\\\\\\"${untold}\\\\\\"}`, 'client'],
    ['JSON for cmd', `^"^{^\\^"client_token^\\^":^\\^"${untold}^\\^"^}^"`, 'client'],
    ['a line of an escaped file', `"A=1\\nCLIENT_TOKEN=${untold}\\nB=2"`, 'client'],
    ['an encoded address', `/?next=%2F%3Fclient_token%3D${untold}`, 'client'],
    ['an option', `--client-token ${untold}`, 'client'],
    ['a bearer of a named header', `X-Refresh-Token: Bearer ${untold}`, 'refresh'],
  ] as const)('is told by its name where claims do not: %s', (_name, text, kind) => {
    expect(recognizePaste(text, now)).toMatchObject({
      kind: 'tokens',
      [kind]: { kind, token: untold, certain: false },
    });
  });

  it("takes the vendor's older refresh token for one by its name, and without a name too", () => {
    const before2020 = Date.parse('2020-05-01T00:00:00Z');
    for (const text of [vendorRefreshToken, `{"refresh_token": "${vendorRefreshToken}"}`]) {
      expect(recognizePaste(text, before2020)).toMatchObject({
        refresh: { token: vendorRefreshToken, roomIds: [], certain: false },
      });
    }
  });

  it('keeps a name that stands at one of two places', () => {
    const text = `${untold} client_token=${untold} ${untold}`;
    expect(recognizePaste(text, now)).toMatchObject({ client: { token: untold } });
    expect(recognizePaste(text, now)).not.toHaveProperty('refresh');
  });
});

describe('an opaque token', () => {
  it.each([
    ['alone', opaque, 'refresh'],
    ['with blanks, quotes and a scheme around it', ` "Bearer ${opaque}", `, 'refresh'],
    ['of other characters', opaque.replace('-', '|'), 'refresh'],
    ['a JWT that does not decode', `eyJhbGciOiJFZDI1NTE5In0.broken.signature`, 'refresh'],
    ['named', `refresh_token=${opaque}`, 'refresh'],
    ['named among others', `A=1 TELNYX_REFRESH_TOKEN="${opaque}" B=2`, 'refresh'],
    ['named as a client token', `?client_token=${opaque}&x=1`, 'client'],
    [
      'the token of an answer',
      `{"data":{"token":"${opaque}","token_expires_at":"2026-11-23T12:10:00Z"}}`,
      'client',
    ],
  ] as const)('is taken: %s', (_name, text, kind) => {
    expect(recognizePaste(text, now)).toMatchObject({
      kind: 'tokens',
      [kind]: { kind, roomIds: [], certain: false },
    });
  });

  it('is taken whole, with its padding, and decoded out of an address', () => {
    const padded = 'abc+def/0123456789012345==';
    for (const text of [
      padded,
      `refresh_token: ${padded}`,
      `{"refresh_token":"${padded}"}`,
      `/?refresh_token=${encodeURIComponent(padded)}&x=1`,
      encodeURIComponent(padded),
    ]) {
      expect(recognizePaste(text, now)).toMatchObject({ refresh: { token: padded, times: {} } });
    }
  });

  it.each([
    ['of another service', `GITHUB_TOKEN=${opaque}`],
    ['without a name, among other words', `see ${opaque}`],
    ['too short', 'refresh_token=abc123'],
    ['too long', `refresh_token=${'a1'.repeat(8193)}`],
    ['too long, alone', 'a1'.repeat(8193)],
    ['a placeholder', '{"refresh_token": "your-refresh-token-goes-here"}'],
    ['a placeholder in brackets', 'refresh_token=<the refresh token of room 12345678>'],
    ['a variable of a shell', 'refresh_token=$TELNYX_REFRESH_TOKEN_2026'],
    ['a variable in braces', '"refresh_token": "${TELNYX_REFRESH_TOKEN_2026}"'],
    ['code', 'refreshToken: process.env.TELNYX_REFRESH_TOKEN'],
    ['a path', 'REFRESH_TOKEN_PATH=/v2/actions/refresh_client_token'],
    ['an address', 'REFRESH_TOKEN_URL=https://api.telnyx.com/v2/refresh_client_token'],
    ['an address, alone', 'https://developers.telnyx.com/api/video/refresh'],
    ['nothing, before the next variable', 'REFRESH_TOKEN= SOMETHING_ELSE_ENTIRELY_2026=1'],
    ['JSON', '{"errors":[{"code":"10010","title":"Authorization"}]}'],
    ['not ASCII', 'tökén-tökén-tökén-tökén'],
    ['short, alone', 'abcdefghij012345678'],
  ])('is not taken: %s', (_name, text) => {
    expect(recognizePaste(text, now)).toEqual({ kind: 'unusable', reason: 'nothing' });
  });
});

describe('several tokens of a kind', () => {
  const early = refreshToken({ iat: seconds, exp: seconds + 60 });
  const late = refreshToken({ iat: seconds, exp: seconds + 120 });
  const endless = makeJwt({ typ: 'refresh' });
  const expired = refreshToken({ iat: seconds - 60, exp: seconds });

  it.each([
    ['the last to end', [early, late], late],
    ['the last to end, in the other order', [late, early], late],
    ['one with a known end', [endless, early], early],
    ['one without an end that is alone', [endless], endless],
    ['one that has not ended', [expired, early], early],
    ['one whose claims tell, not a guess', [makeJwt({ exp: seconds + 9000 }), early], early],
  ])('chooses %s', (_name, tokens, chosen) => {
    expect(recognizePaste(tokens.join(' '), now)).toMatchObject({ refresh: { token: chosen } });
  });

  it('chooses what claims tell before what a name tells', () => {
    const client = clientToken({ iat: seconds, exp: seconds + 60 });
    const foreign = makeJwt({ role: 'anon', exp: seconds + 100_000 });
    expect(recognizePaste(`DB_TOKEN=${foreign} ROOM=${client}`, now)).toMatchObject({
      client: { token: client },
    });
  });
});
