import { describe, expect, it } from 'vitest';
import { decodeToken } from '../../../../src/core/tokens/decodeToken';
import { makeJwt, makeJwtOfText } from '../../../support/makeJwt';
import { vendorClientToken, vendorRefreshToken } from '../../../support/vendorTokens';

const latin1 = (text: string) => Buffer.from(text, 'latin1').toString('base64url');

describe('decodeToken', () => {
  it("reads the vendor's client token: header, claims, grants and times", () => {
    const decoded = decodeToken(vendorClientToken);
    expect(decoded).toMatchObject({
      ok: true,
      token: {
        header: { alg: 'Ed25519', typ: 'JWT' },
        claims: { iss: 'telnyx_access_token', typ: 'access', sub: 'null' },
        grants: [
          {
            actions: ['join'],
            resources: ['telnyx:video:rooms:9e2a0cbe-ce66-411e-a1ac-468f0b103c9a'],
            subjects: ['telnyx:users:782b2cbe-8466-4e3f-a4d3-9781eb577e50'],
          },
        ],
        times: {
          issuedAt: Date.parse('2021-04-22T12:14:55Z'),
          expiresAt: Date.parse('2021-04-22T12:24:55Z'),
        },
      },
    });
  });

  it("reads the vendor's older refresh token, which has no grants", () => {
    const decoded = decodeToken(vendorRefreshToken);
    expect(decoded).toMatchObject({
      ok: true,
      token: { header: { alg: 'HS512' }, grants: [], claims: { typ: 'access' } },
    });
  });

  it('keeps claims that it does not know, and UTF-8', () => {
    const decoded = decodeToken(makeJwt({ näme: 'Größe 😀', nested: { a: [1] } }));
    expect(decoded.ok && decoded.token.claims).toEqual({ näme: 'Größe 😀', nested: { a: [1] } });
  });

  it.each([
    ['nothing', ''],
    ['two parts', 'eyJhIjoxfQ.eyJhIjoxfQ'],
    ['five parts, as an encrypted token has', 'a.b.c.d.e'],
    ['a header line', `Bearer ${vendorClientToken}`],
    ['a leading blank', ` ${vendorClientToken}`],
    ['a line break at the end', `${vendorClientToken}\n`],
    ['quotes', `"${vendorClientToken}"`],
    ['no base64url', 'ey!.ey!.x'],
    ['a payload that is no JSON', makeJwtOfText('hello')],
    ['a header that is no JSON', makeJwtOfText('{}', 'hello')],
    ['a header that is no object', makeJwtOfText('{}', '["HS256"]')],
    ['Latin-1', `${makeJwtOfText('{}').split('.')[0]}.${latin1('{"name":"Größe"}')}.x`],
  ])('does not take %s for a token', (_name, text) => {
    expect(decodeToken(text)).toEqual({ ok: false, reason: 'notAJwt' });
  });

  it.each([['null'], ['"text"'], ['42'], ['[1]']])('refuses a payload of %s', payload => {
    expect(decodeToken(makeJwtOfText(payload))).toEqual({ ok: false, reason: 'notAnObject' });
  });

  it.each([['1e400'], ['"soon"'], ['null'], ['1e17']])(
    'has no expiry where it claims %s',
    expiry => {
      const decoded = decodeToken(makeJwtOfText(`{"iat":5,"exp":${expiry}}`));
      expect(decoded.ok && decoded.token.times).toEqual({ issuedAt: 5000 });
    },
  );

  it('takes an empty signature, as unsigned tokens have', () => {
    expect(decodeToken(makeJwt({ a: 1 }).replace(/[^.]*$/, '')).ok).toBe(true);
  });

  it('refuses what is longer than 16 KB without looking at it', () => {
    const long = makeJwt({ padding: 'x'.repeat(13_000) });
    expect(decodeToken(long)).toEqual({ ok: false, reason: 'tooLong' });
    const huge = `${'e'.repeat(5_000_000)}.a.b`;
    expect(decodeToken(huge)).toEqual({ ok: false, reason: 'tooLong' });
    expect(decodeToken(makeJwt({ padding: 'x'.repeat(12_000) })).ok).toBe(true);
  });
});
