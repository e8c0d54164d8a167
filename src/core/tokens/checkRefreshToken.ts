import { decodeToken } from './decodeToken';
import { grantedRoomIds } from './grants';
import { tokenKind } from './tokenKind';
import type { TokenTimes } from './tokenTimes';

/**
 * What can be told of a refresh token before it is sent or kept:
 * - `accepted`: nothing speaks against it;
 * - `doubtful`: it may still work, since the vendor's own samples differ; ask before using it;
 * - `refused`: the API would refuse it for certain.
 */
export type RefreshTokenCheck =
  | {
      readonly verdict: 'accepted';
      readonly times: TokenTimes;
      readonly roomIds: readonly string[];
    }
  | {
      readonly verdict: 'doubtful';
      readonly reason: 'undecodable' | 'looksLikeClientToken';
      readonly times: TokenTimes;
      readonly roomIds: readonly string[];
    }
  | { readonly verdict: 'refused'; readonly reason: 'empty' | 'unsendable' }
  | { readonly verdict: 'refused'; readonly reason: 'expired'; readonly expiredAt: number }
  | {
      readonly verdict: 'refused';
      readonly reason: 'otherRoom';
      readonly roomIds: readonly string[];
    };

/**
 * Blanks and quotes around a pasted token, and the scheme of a header that it was copied from. The
 * look-behind tries a run of blanks only from its start: a pasted file of blanks takes no time.
 */
const wrapping = /^(?:[\s"'`,;]|Bearer\s)+|(?<![\s"'`,;])[\s"'`,;]+$/gi;

/** The token alone, out of what somebody pasted. */
export function trimToken(text: string): string {
  return text.replace(wrapping, '');
}

/**
 * Checks a pasted refresh token (already trimmed) for a room, at `now` in milliseconds since the
 * epoch. Without a room id any room will do.
 */
export function checkRefreshToken(
  token: string,
  roomId: string | undefined,
  now: number,
): RefreshTokenCheck {
  if (token === '') {
    return { verdict: 'refused', reason: 'empty' };
  }
  const decoded = decodeToken(token);
  if (!decoded.ok) {
    // Something opaque may work; a text with blanks, or a whole file, is a paste gone wrong.
    return decoded.reason === 'tooLong' || !/^[\x21-\x7e]+$/.test(token)
      ? { verdict: 'refused', reason: 'unsendable' }
      : { verdict: 'doubtful', reason: 'undecodable', times: {}, roomIds: [] };
  }
  const { times, grants } = decoded.token;
  if (times.expiresAt !== undefined && times.expiresAt <= now) {
    return { verdict: 'refused', reason: 'expired', expiredAt: times.expiresAt };
  }
  const roomIds = grantedRoomIds(grants);
  if (roomId !== undefined && roomIds.length > 0 && !roomIds.includes(roomId)) {
    return { verdict: 'refused', reason: 'otherRoom', roomIds };
  }
  return tokenKind(decoded.token) === 'client'
    ? { verdict: 'doubtful', reason: 'looksLikeClientToken', times, roomIds }
    : { verdict: 'accepted', times, roomIds };
}
