import type { ApiError } from '../api/apiError';

/**
 * What the user wants of a room's auto-refresh, as it is stored. `stopped` is `on` until the API
 * refused: whatever gives the room a new token makes it `on` again.
 */
export type AutoRefreshChoice = 'on' | 'off' | 'stopped';

/** Why a room that is to be kept fresh can't be. */
export type AutoRefreshObstacle =
  /** The API refused the refresh token, or the room; see the room's last failure. */
  | 'refused'
  /** No refresh token is stored, or VS Code lost it. */
  | 'noRefreshToken'
  /** The refresh token has ended, and only a new one helps. */
  | 'refreshTokenEnded'
  /** The user has not agreed to send secrets there, or the sandbox has ended. */
  | 'untrustedOrigin';

/** How a room is kept fresh in this window. Never stored; when the next refresh is due is derived. */
export type AutoRefreshState =
  | { readonly kind: 'off' }
  | { readonly kind: 'on' }
  /** An attempt failed, with this error of the API where it was one; the next one is at `at`, in
   *  milliseconds since the epoch, by this machine. */
  | { readonly kind: 'retrying'; readonly at: number; readonly error: ApiError | undefined }
  /** The window had no focus for long. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'stopped'; readonly obstacle: AutoRefreshObstacle };

/** Whether a stored value is a choice. */
export function isAutoRefreshChoice(value: unknown): value is AutoRefreshChoice {
  return value === 'on' || value === 'off' || value === 'stopped';
}
