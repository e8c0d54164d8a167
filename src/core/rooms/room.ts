import type { ApiError } from '../api/apiError';
import type { AutoRefreshChoice, AutoRefreshState } from '../autoRefresh/autoRefreshState';
import type { TokenKind } from '../tokens/tokenKind';
import type { TokenTimes } from '../tokens/tokenTimes';
import type { RoomIdentity } from './roomIdentity';

/** What the user has chosen for a room. Any window may change it, so it is read anew before a write. */
export interface RoomChoices {
  /** What the user calls it; shown when its name in the account is not known. */
  readonly givenName?: string;
  /** Absent while the user has not chosen: the setting counts then. */
  readonly autoRefresh?: AutoRefreshChoice;
}

/** What is kept of a room outside the secret store: enough to show it without reading a secret. */
export interface RoomRecord extends RoomIdentity, RoomChoices {
  /** The client token's TTL that was last asked for, in seconds. */
  readonly lastTtlSeconds?: number;
  /** The refresh token's TTL that was last asked for, in seconds. */
  readonly lastRefreshTtlSeconds?: number;
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
  readonly autoRefresh: AutoRefreshState;
  /** Tokens that the record promises and the secret store no longer has. */
  readonly lost: readonly TokenKind[];
}

/** The user's choices alone, out of a record that holds more. */
export function choicesOf({ givenName, autoRefresh }: RoomRecord): RoomChoices {
  return {
    ...(givenName !== undefined && { givenName }),
    ...(autoRefresh !== undefined && { autoRefresh }),
  };
}

/** When a room's token of this kind was issued and ends; undefined when none was ever stored. */
export function timesOf({ record }: Room, kind: TokenKind): TokenTimes | undefined {
  return kind === 'client' ? record.clientToken : record.refreshToken;
}
