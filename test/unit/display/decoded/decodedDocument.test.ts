import { describe, expect, it } from 'vitest';
import { decodeToken } from '../../../../src/core/tokens/decodeToken';
import { decodedDocument } from '../../../../src/display/decoded/decodedDocument';
import { makeJwt, makeJwtOfText } from '../../../support/makeJwt';
import { clientToken, roomId } from '../../../support/telnyxTokens';
import { vendorClientToken, vendorRefreshToken } from '../../../support/vendorTokens';

const now = Date.parse('2021-04-22T12:27:55Z');
const documentOf = (token: string) => decodedDocument(decodeToken(token), now);

/** The document's value; its comments stand behind everything else of a line. */
function valueOf(document: string): unknown {
  return JSON.parse(document.replace(/^\/\/.*|(?<=,|\d) \/\/ .*$/gm, ''));
}

describe('decodedDocument', () => {
  it('says what the token is, then its header and claims with human times', () => {
    expect(documentOf(vendorClientToken))
      .toBe(`// Client token for room 9e2a0cbe…, expired 3 min ago
// Decoded, not verified: Telnyx publishes no key
// As of 2021-04-22T12:27:55Z (UTC)
{
  "header": {
    "alg": "Ed25519",
    "typ": "JWT"
  },
  "claims": {
    "aud": "telnyx_access_token",
    "exp": 1619094295, // 3 min ago: 2021-04-22T12:24:55Z
    "grants": [
      {
        "actions": [
          "join"
        ],
        "resources": [
          "telnyx:video:rooms:9e2a0cbe-ce66-411e-a1ac-468f0b103c9a"
        ],
        "subjects": [
          "telnyx:users:782b2cbe-8466-4e3f-a4d3-9781eb577e50"
        ]
      }
    ],
    "grants_version": "1.0.0",
    "iat": 1619093695, // 13 min ago: 2021-04-22T12:14:55Z
    "iss": "telnyx_access_token",
    "jti": "9e622906-75e7-40b6-b900-754b1f3ed32f",
    "nbf": 1619093694, // 13 min ago: 2021-04-22T12:14:54Z
    "sub": "null",
    "typ": "access"
  }
}
`);
  });

  it('is JSON but for its comments, with every claim in it', () => {
    const claims = { zone: 'eu // not a comment', exp: 5, nested: { a: [1, { b: null }] }, e: {} };
    expect(valueOf(documentOf(makeJwt(claims, { alg: 'none' })))).toEqual({
      header: { alg: 'none' },
      claims,
    });
    expect(valueOf(documentOf(makeJwt({}, {})))).toEqual({ header: {}, claims: {} });
  });

  it('has a comment for the last claim too, and none for what is no time', () => {
    const document = documentOf(makeJwt({ nbf: 'soon', exp: now / 1000 + 7200 }));
    expect(document).toContain('"nbf": "soon",\n');
    expect(document).toContain(`"exp": ${now / 1000 + 7200} // in 2 h: 2021-04-22T14:27:55Z\n`);
  });

  it('holds no part of the token', () => {
    for (const part of vendorClientToken.split('.')) {
      expect(documentOf(vendorClientToken)).not.toContain(part);
    }
  });

  it('masks secrets inside of claims', () => {
    const inner = clientToken({ iat: 1, exp: 2 });
    const document = documentOf(
      makeJwt({ sub: inner, list: [{ apiKey: 'hunter2' }], password: ['b2'], zone: 'eu' }),
    );
    expect(document).not.toMatch(/eyJ|hunter2|b2/);
    expect(document).toContain('"zone": "eu"');
    expect(documentOf(vendorRefreshToken)).toContain('"tel_token": "••••••••"');
  });

  it('shows characters that are not seen by their codes', () => {
    const odd = 'a\u202eb\u200bc\u2028d\u0085e\u{e0041}f\ng"';
    const document = documentOf(makeJwt({ [odd]: odd }));
    expect(document).not.toMatch(/[\u202e\u200b\u2028\u0085]|\u{e0041}/u);
    expect(valueOf(document)).toMatchObject({ claims: { [odd]: odd } });
  });

  it('stays small for claims of a thousand levels', () => {
    const deep = `{"deep":${'['.repeat(6000)}${']'.repeat(6000)}}`;
    const document = documentOf(makeJwtOfText(deep));
    expect(document.length).toBeLessThan(10_000);
    expect(document).toContain('"…"');
  });

  it('takes the name of a claim for nothing but a name', () => {
    const text = documentOf(makeJwtOfText('{"__proto__":{"exp":1},"constructor":2}'));
    expect(text).toContain('"__proto__": {\n      "exp": 1\n    },\n    "constructor": 2\n');
  });

  it.each([
    ['tooLong', 'x'.repeat(20_000), 'too long'],
    ['notAJwt', 'hello', 'not a readable JWT'],
    ['notAnObject', makeJwtOfText('42'), 'holds no claims'],
  ])('says why there is nothing to show: %s', (_reason, text, sentence) => {
    expect(documentOf(text)).toContain(sentence);
    expect(valueOf(documentOf(text))).toEqual({});
  });

  it('names the room in full among the claims', () => {
    expect(documentOf(vendorClientToken)).toContain(roomId);
  });
});
