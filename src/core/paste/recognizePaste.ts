import { parseRoomId } from '../rooms/roomId';
import { trimToken } from '../tokens/checkRefreshToken';
import type { TokenKind } from '../tokens/tokenKind';
import { holdsApiKey } from './apiKey';
import { percentDecoded, withoutEscapes } from './escapes';
import { foundTokens, type FoundToken } from './foundTokens';
import { namedValues } from './namedValues';
import { isOpaqueWord } from './opaqueToken';
import { pastedRoom, roomIdsInText } from './pastedRoom';
import { chooseTokens, type PastedToken } from './pastedTokens';

export type { PastedToken };

/** What pasted text holds: tokens to keep (one at least), or why it is of no use. */
export type Paste =
  | {
      readonly kind: 'tokens';
      readonly client?: PastedToken;
      readonly refresh?: PastedToken;
      /** The room of the tokens, where they or the text around them name a single one. */
      readonly roomId?: string;
    }
  | {
      readonly kind: 'unusable';
      /** `apiKey`: no token, but a Telnyx API key among the text. */
      readonly reason: 'empty' | 'tooLong' | 'nothing' | 'apiKey';
    }
  /** Nothing but the id of a room, or its address. */
  | { readonly kind: 'unusable'; readonly reason: 'roomId'; readonly roomId: string }
  /** Every token has ended; this one last, at `expiredAt` (milliseconds since the epoch). */
  | {
      readonly kind: 'unusable';
      readonly reason: 'expired';
      readonly tokenKind: TokenKind;
      readonly expiredAt: number;
      readonly roomIds: readonly string[];
    }
  /** The client and the refresh token are for different rooms. */
  | {
      readonly kind: 'unusable';
      readonly reason: 'severalRooms';
      readonly roomIds: readonly string[];
    };

/** Longer than any answer or environment file; what is longer was pasted by mistake. */
const longestText = 200_000;

/**
 * Recognizes the tokens in whatever somebody pasted, at `now` in milliseconds since the epoch: a
 * token, an API answer, lines of an `.env` file, a curl command, an address. Line breaks count as
 * any blank, since an input box turns them into spaces. Never throws.
 */
export function recognizePaste(text: string, now: number): Paste {
  if (text.length > longestText) {
    return { kind: 'unusable', reason: 'tooLong' };
  }
  const trimmed = trimToken(text);
  if (trimmed === '') {
    return { kind: 'unusable', reason: 'empty' };
  }
  const plain = withoutEscapes(text);
  const groups = namedValues(plain);
  const idsInText = roomIdsInText(plain, groups.flat());
  const found = foundTokens(plain, groups);
  if (found.length > 0) {
    return pasteOf(found, idsInText, now);
  }
  if (!/\s/.test(trimmed)) {
    const roomId = parseRoomId(trimmed) ?? idsInText[0];
    if (roomId !== undefined) {
      return { kind: 'unusable', reason: 'roomId', roomId };
    }
    const word = percentDecoded(trimmed);
    if (isOpaqueWord(word)) {
      return pasteOf([opaqueToken(word)], idsInText, now);
    }
  }
  return { kind: 'unusable', reason: holdsApiKey(plain) ? 'apiKey' : 'nothing' };
}

function opaqueToken(token: string): FoundToken {
  return { token, decoded: undefined, named: undefined, namedExpiry: undefined };
}

function pasteOf(found: readonly FoundToken[], idsInText: readonly string[], now: number): Paste {
  const { client, refresh, expired } = chooseTokens(found, now);
  if (expired?.times.expiresAt !== undefined) {
    return {
      kind: 'unusable',
      reason: 'expired',
      tokenKind: expired.kind,
      expiredAt: expired.times.expiresAt,
      roomIds: expired.roomIds,
    };
  }
  const tokens = [client, refresh].filter(token => token !== undefined);
  const room = pastedRoom(
    tokens.map(token => token.roomIds),
    idsInText,
  );
  return 'differentRoomIds' in room
    ? { kind: 'unusable', reason: 'severalRooms', roomIds: room.differentRoomIds }
    : { kind: 'tokens', ...(client && { client }), ...(refresh && { refresh }), ...room };
}
