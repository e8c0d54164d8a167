import type { RoomRecord } from '../rooms/room';
import { hasExpired } from '../time/expiryPhase';
import { utcTime } from '../time/utcTime';
import { decodeToken } from '../tokens/decodeToken';
import { grantedRoomIds } from '../tokens/grants';
import { isTelnyxToken } from '../tokens/telnyxToken';
import { tokenKind } from '../tokens/tokenKind';
import { envAssignments } from './envAssignments';
import type { EnvLink } from './envLink';
import type { EnvValues } from './envFileWriter';
import { readEnvVariable } from './readEnvVariable';

/** What a link's variables shall hold for a client token. */
export function linkedValues(
  link: EnvLink,
  token: string,
  expiresAt: number | undefined,
): EnvValues {
  return {
    [link.variable]: token,
    ...(link.expiryVariable !== undefined && { [link.expiryVariable]: expiryValue(expiresAt) }),
  };
}

/**
 * Whether a file holds the client token that a room's record tells of, and its expiry, as far as that
 * can be seen without the token itself: by its room and its times. Not so for an opaque token.
 */
export function holdsRecorded(text: string, link: EnvLink, record: RoomRecord): boolean {
  const { clientToken, id } = record;
  const decoded = decodeToken(readEnvVariable(text, link.variable) ?? '');
  if (!decoded.ok || clientToken === undefined) {
    return false;
  }
  const { times, grants } = decoded.token;
  return (
    grantedRoomIds(grants).includes(id) &&
    times.issuedAt === clientToken.issuedAt &&
    times.expiresAt === clientToken.expiresAt &&
    (link.expiryVariable === undefined ||
      readEnvVariable(text, link.expiryVariable) === expiryValue(clientToken.expiresAt))
  );
}

/** What is known of a room whose link goes. */
export interface LeavingRoom {
  /** Lower-case UUID. */
  readonly id: string;
  /** Its stored client token and when that ends, as long as they are known. */
  readonly token?: string | undefined;
  readonly expiresAt?: number | undefined;
  /** The time at its API, in milliseconds since the epoch. */
  readonly now: number;
}

/**
 * The values to take out of a file with a link: the variable where it still holds a client token of
 * the room, or one of Telnyx's that has expired; the expiry where it is that token's. What somebody
 * else has put there stays.
 */
export function leavingValues(text: string, link: EnvLink, room: LeavingRoom): EnvValues {
  const values = envAssignments(text).filter(({ name }) => name === link.variable);
  const value = values.at(-1)?.value;
  // A name that stands there several times goes as a whole or not at all.
  if (value === undefined || !values.every(assignment => isLeaving(assignment.value, room))) {
    return {};
  }
  const { expiryVariable } = link;
  const expiry = expiryVariable && readEnvVariable(text, expiryVariable);
  const decoded = decodeToken(value);
  const ends = [room.expiresAt, decoded.ok ? decoded.token.times.expiresAt : undefined];
  const isOurs = ends.some(end => end !== undefined && utcTime(end) === expiry);
  return {
    [link.variable]: undefined,
    ...(expiryVariable !== undefined && isOurs && { [expiryVariable]: undefined }),
  };
}

/** Whether a value is nothing that anybody would miss: empty, or a client token of Telnyx's. */
export function isReplaceable(value: string | undefined): boolean {
  if (value === undefined || value.trim() === '') {
    return true;
  }
  const decoded = decodeToken(value);
  return decoded.ok && isTelnyxToken(decoded.token) && tokenKind(decoded.token) !== 'refresh';
}

function isLeaving(value: string, { id, token, now }: LeavingRoom): boolean {
  if (value !== '' && value === token) {
    return true;
  }
  const decoded = decodeToken(value);
  if (!decoded.ok || tokenKind(decoded.token) === 'refresh') {
    return false;
  }
  const { grants, times } = decoded.token;
  return (
    grantedRoomIds(grants).includes(id) || (isTelnyxToken(decoded.token) && hasExpired(times, now))
  );
}

/** As `date` and every language read it; none for a token whose end is not known. */
function expiryValue(expiresAt: number | undefined): string | undefined {
  return expiresAt === undefined ? undefined : utcTime(expiresAt);
}
