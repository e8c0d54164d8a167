import { describe, expect, it } from 'vitest';
import { decodeToken } from '../../../../src/core/tokens/decodeToken';
import { tokenKind } from '../../../../src/core/tokens/tokenKind';
import { makeJwt } from '../../../support/makeJwt';
import { clientToken, refreshToken } from '../../../support/telnyxTokens';
import { vendorClientToken, vendorRefreshToken } from '../../../support/vendorTokens';

describe('tokenKind', () => {
  it.each([
    ["the vendor's client token", vendorClientToken, 'client'],
    ['a client token', clientToken({ iat: 0, exp: 1 }), 'client'],
    ['a refresh token with the same grants', refreshToken({ iat: 0, exp: 1 }), 'refresh'],
    ["the vendor's older refresh token", vendorRefreshToken, undefined],
    ['a token without a type', makeJwt({}), undefined],
  ])('tells %s', (_name, text, kind) => {
    const decoded = decodeToken(text);
    expect(decoded.ok && tokenKind(decoded.token)).toBe(kind);
  });
});
