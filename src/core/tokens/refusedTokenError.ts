import type { RefreshTokenCheck } from './checkRefreshToken';

/** Why a refresh token was not even sent: the API would have refused it for certain. */
export type RefusedToken = Extract<RefreshTokenCheck, { readonly verdict: 'refused' }>;

/** A refresh token that its own text already rules out. Safe to log: it quotes nothing of the token. */
export class RefusedTokenError extends Error {
  override readonly name = 'RefusedTokenError';

  constructor(readonly check: RefusedToken) {
    super(`the refresh token was not sent: ${check.reason}`);
  }
}
