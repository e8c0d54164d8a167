import { clientTokenTtl, isTtl } from '../rooms/tokenTtl';
import { parseRoomIdentity, type RoomIdentity } from '../rooms/roomIdentity';
import type { TokenKind } from '../tokens/tokenKind';
import { isMoment, tokenTimes, type TokenTimes } from '../tokens/tokenTimes';
import { parseJsonObject } from './jsonObject';

/**
 * A stored client or refresh token. It names its room and the API that it was made for, so that it
 * can never be sent elsewhere, and so that another window can show the room from this record alone.
 */
export interface TokenSecret {
  readonly kind: TokenKind;
  readonly room: RoomIdentity;
  readonly token: string;
  readonly times: TokenTimes;
  /** The TTL that a client token was asked for, in seconds. */
  readonly ttlSeconds?: number;
}

/** The layout of the stored JSON. A newer one is left alone and read as absent. */
const version = 1;

/** The text that is stored for a token. */
export function serializeTokenSecret(secret: TokenSecret): string {
  const { room, times, ...rest } = secret;
  return JSON.stringify({ version, ...rest, ...room, ...times });
}

/** Reads a stored token back; undefined when it is not one that this version understands. */
export function parseTokenSecret(text: string): TokenSecret | undefined {
  const record = parseJsonObject(text);
  if (record?.['version'] !== version) {
    return undefined;
  }
  const { kind, token, issuedAt, expiresAt, ttlSeconds } = record;
  const room = parseRoomIdentity(record);
  if ((kind !== 'client' && kind !== 'refresh') || typeof token !== 'string' || token === '') {
    return undefined;
  }
  return (
    room && {
      kind,
      room,
      token,
      times: tokenTimes(moment(issuedAt), moment(expiresAt)),
      ...(isTtl(ttlSeconds, clientTokenTtl) && { ttlSeconds }),
    }
  );
}

function moment(value: unknown): number | undefined {
  return isMoment(value) ? value : undefined;
}
