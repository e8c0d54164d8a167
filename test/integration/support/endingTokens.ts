import type { Sandbox } from '../../../src/sandbox/startSandbox';

/** How long each token lives (seconds, from some time ago) and how much of that is left. */
export interface EndingTokens {
  readonly client?: { readonly life: number; readonly left: number };
  readonly refresh?: { readonly life: number; readonly left: number };
}

/**
 * A pair of tokens that were issued some time ago, as the answer of the API has them. A client token
 * of 300 s is due for a refresh when 60 s are left.
 */
export function endingPair(
  sandbox: Sandbox,
  roomId: string,
  { client = { life: 300, left: 30 }, refresh = { life: 3600, left: 3000 } }: EndingTokens = {},
): { readonly token: string; readonly refreshToken: string; readonly paste: string } {
  const resource = `telnyx:video:rooms:${roomId}`;
  const now = Math.floor(Date.now() / 1000);
  const sign = (typ: 'access' | 'refresh', { life, left }: { life: number; left: number }) =>
    sandbox.signToken({
      exp: now + left,
      iat: now + left - life,
      grants: [{ actions: ['join'], resources: [resource], subjects: ['telnyx:users:one'] }],
      typ,
    });
  const token = sign('access', client);
  const refreshToken = sign('refresh', refresh);
  const paste = JSON.stringify({ data: { token, refresh_token: refreshToken } });
  return { token, refreshToken, paste };
}
