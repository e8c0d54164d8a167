import type { ApiError } from '../api/apiError';
import type { TokenKind } from '../tokens/tokenKind';
import type { TokenTimes } from '../tokens/tokenTimes';
import type { RoomIdentity } from './roomIdentity';

/** What is kept of a room outside the secret store: enough to show it without reading a secret. */
export interface RoomRecord extends RoomIdentity {
  /** The TTL that was last asked for, in seconds. */
  readonly lastTtlSeconds?: number;
  /** Present when a client token is stored. */
  readonly clientToken?: TokenTimes;
  /** Present when a refresh token is stored. */
  readonly refreshToken?: TokenTimes;
}

/** What is going on with a room in this window. Never stored. */
export type RoomActivity =
  | { readonly kind: 'idle' }
  | { readonly kind: 'refreshing' }
  | { readonly kind: 'failed'; readonly error: ApiError };

/** A room as views see it. Replaced whole on every change: compare identities to find changes. */
export interface Room {
  /** Origin and id, see `roomKey`. */
  readonly key: string;
  readonly record: RoomRecord;
  readonly activity: RoomActivity;
  /** Tokens that the record promises and the secret store no longer has. */
  readonly lost: readonly TokenKind[];
}
