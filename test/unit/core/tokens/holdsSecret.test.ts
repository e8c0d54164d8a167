import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsSecret } from '../../../../src/core/tokens/holdsSecret';
import { makeJwtOfText } from '../../../support/makeJwt';
import { vendorClientToken } from '../../../support/vendorTokens';

describe('A text that holds a secret', () => {
  it.each([
    [vendorClientToken],
    [`Authorization: Bearer ${vendorClientToken}`],
    [`{"room":"${vendorClientToken.slice(0, 70)}`],
    [makeJwtOfText('{"a":1}', '{ "alg": "none" }')],
    [makeJwtOfText('{"a":1}', '{\n  "alg": "none"\n}')],
    [makeJwtOfText('{"a":1}', '{\t"alg": "none"}')],
    ['KEY0190AB12CD34EF56AB7890CD12EF3456_aBcDeFgHiJkLmNoPqRsTuV'],
  ])('is told: %s', text => {
    expect(holdsSecret(text)).toBe(true);
  });

  it.each([
    ['stand-up'],
    ['9e2a0cbe-ce66-411e-a1ac-468f0b103c9a'],
    ['https://eyewitness.newspaper.example/v2'],
    ['the keynote'],
  ])('is not %s', text => {
    expect(holdsSecret(text)).toBe(false);
  });

  it('is told wherever a JWT stands among words', () => {
    fc.assert(
      fc.property(fc.object(), fc.object(), fc.string(), (header, payload, words) => {
        const alg = { alg: 'Ed25519', ...header };
        const token = makeJwtOfText(JSON.stringify(payload) + '   ', JSON.stringify(alg));
        expect(holdsSecret(`${words} ${token} ${words}`)).toBe(true);
      }),
    );
  });
});
