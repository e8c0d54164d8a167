import { describe, expect, it } from 'vitest';
import { isSecretClaim, withoutSecrets } from '../../../../src/display/decoded/claimSecrets';
import { clientToken } from '../../../support/telnyxTokens';

const mask = '••••••••';

describe('isSecretClaim', () => {
  it.each([
    ['tel_token', 'x', true],
    ['apiKey', 1, true],
    ['sub', clientToken({ iat: 1, exp: 2 }), true],
    ['note', 'at KEY0123456789ABCDEF', true],
    ['iss', 'telnyx_access_token', false],
    ['exp', 1, false],
  ])('tells of %s', (name, value, isSecret) => {
    expect(isSecretClaim(name, value)).toBe(isSecret);
  });
});

describe('withoutSecrets', () => {
  it('masks secrets at any depth, and leaves the rest as it is', () => {
    expect(
      withoutSecrets('context', { zone: 'eu', list: [null, { secret: { a: 1 }, n: 5 }] }),
    ).toEqual({ zone: 'eu', list: [null, { secret: mask, n: 5 }] });
    expect(withoutSecrets('password', ['x'])).toBe(mask);
  });

  it('leaves nothing that is too deep for JSON.stringify', () => {
    const deep: unknown = JSON.parse('['.repeat(6000) + ']'.repeat(6000));
    expect(() => JSON.stringify(deep)).toThrow(RangeError);
    expect(JSON.stringify(withoutSecrets('', deep))).toBe(`${'['.repeat(50)}"…"${']'.repeat(50)}`);
  });
});
