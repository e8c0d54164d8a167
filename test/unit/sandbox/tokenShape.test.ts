import { describe, expect, it } from 'vitest';
import { claimsOf, sandboxForTest, tokenParts } from './sandboxClient';

/** The response sample of the vendor's page for the refresh call. */
const vendorToken =
  'eyJhbGciOiJFZDI1NTE5IiwidHlwIjoiSldUIn0.eyJhdWQiOiJ0ZWxueXhfYWNjZXNzX3Rva2VuIiwiZXhwIjoxNjE5MDk0Mjk1LCJncmFudHMiOlt7ImFjdGlvbnMiOlsiam9pbiJdLCJyZXNvdXJjZXMiOlsidGVsbnl4OnZpZGVvOnJvb21zOjllMmEwY2JlLWNlNjYtNDExZS1hMWFjLTQ2OGYwYjEwM2M5YSJdLCJzdWJqZWN0cyI6WyJ0ZWxueXg6dXNlcnM6NzgyYjJjYmUtODQ2Ni00ZTNmLWE0ZDMtOTc4MWViNTc3ZTUwIl19XSwiZ3JhbnRzX3ZlcnNpb24iOiIxLjAuMCIsImlhdCI6MTYxOTA5MzY5NSwiaXNzIjoidGVsbnl4X2FjY2Vzc190b2tlbiIsImp0aSI6IjllNjIyOTA2LTc1ZTctNDBiNi1iOTAwLTc1NGIxZjNlZDMyZiIsIm5iZiI6MTYxOTA5MzY5NCwic3ViIjoibnVsbCIsInR5cCI6ImFjY2VzcyJ9.1JGK9PyHkTtoP_iMu-8TzXH_fhmnsDtZZOAJLDzLW6DDtAb80wZ93l1VH5yNx5tFqwIFG0t48dRiBKWlW-nzDA';
const vendorExpiresAt = '2021-04-22T12:24:55Z';
const vendorRoom = '9e2a0cbe-ce66-411e-a1ac-468f0b103c9a';
const vendorIssuedAt = 1_619_093_695_000;

const uuid = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';

/** Puts the vendor's values in place of the two that are random: jti and user id. */
function withVendorIds(payload: string): string {
  return payload
    .replace(new RegExp(`"jti":"${uuid}"`), '"jti":"9e622906-75e7-40b6-b900-754b1f3ed32f"')
    .replace(
      new RegExp(`"telnyx:users:${uuid}"`),
      '"telnyx:users:782b2cbe-8466-4e3f-a4d3-9781eb577e50"',
    );
}

describe('tokens of the sandbox', () => {
  it('equal the vendor sample byte for byte but for random ids and the signature', async () => {
    const sandbox = await sandboxForTest({ now: () => vendorIssuedAt });
    const pair = sandbox.issueTokens(vendorRoom);
    const sample = tokenParts(vendorToken);
    const issued = tokenParts(pair.token);

    expect(issued.header).toBe(sample.header);
    expect(withVendorIds(issued.payload)).toBe(sample.payload);
    expect(pair.token).toHaveLength(vendorToken.length);
    expect(pair.token_expires_at).toBe(vendorExpiresAt);
  });

  it('differ between client and refresh token in typ, exp and jti alone', async () => {
    const sandbox = await sandboxForTest({ now: () => vendorIssuedAt });
    const pair = sandbox.issueTokens(vendorRoom);
    const client = claimsOf(pair.token);
    const refresh = claimsOf(pair.refresh_token);

    expect(refresh).toEqual({
      ...client,
      typ: 'refresh',
      exp: vendorIssuedAt / 1000 + 3600,
      jti: refresh['jti'],
    });
    expect(refresh['jti']).not.toBe(client['jti']);
    expect(Object.keys(refresh)).toEqual(Object.keys(client));
    expect(tokenParts(pair.refresh_token).header).toBe(tokenParts(vendorToken).header);
    expect(pair.refresh_token_expires_at).toBe('2021-04-22T13:14:55Z');
  });

  it('take any TTL from code, so that a test can have expired ones', async () => {
    const sandbox = await sandboxForTest({ now: () => vendorIssuedAt });
    const pair = sandbox.issueTokens(vendorRoom, {
      clientTokenSeconds: -5,
      refreshTokenSeconds: 1_000_000,
    });

    expect(pair.token_expires_at).toBe('2021-04-22T12:14:50Z');
    expect(claimsOf(pair.token)['exp']).toBe(vendorIssuedAt / 1000 - 5);
    expect(claimsOf(pair.refresh_token)['exp']).toBe(vendorIssuedAt / 1000 + 1_000_000);
  });

  it('can have arbitrary claims and headers', async () => {
    const sandbox = await sandboxForTest();
    const token = sandbox.signToken({ z: 1, a: [] }, { alg: 'odd' });

    expect(tokenParts(token)).toEqual({ header: '{"alg":"odd"}', payload: '{"z":1,"a":[]}' });
    expect(tokenParts(sandbox.signToken({})).header).toBe('{"alg":"Ed25519","typ":"JWT"}');
  });
});
