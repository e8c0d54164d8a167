import type { Paste } from '../core/paste/recognizePaste';
import type { RoomRecord } from '../core/rooms/room';
import { shortRoomId } from '../core/rooms/roomId';
import type { TokenTimes } from '../core/tokens/tokenTimes';
import { roomTitle } from './roomTitle';
import { localTime } from './timeText';

type PastedTokens = Extract<Paste, { readonly kind: 'tokens' }>;

/** What was pasted, and whether it can be kept: for certain, as a guess, or not at all. */
export interface PasteMessage {
  readonly verdict: 'certain' | 'guess' | 'unusable';
  readonly sentence: string;
}

/** Says what was pasted, at `now`; `room` is the one that it has to be for, when there is one. */
export function pasteSentence(
  paste: Paste,
  room: RoomRecord | undefined,
  now: number,
): PasteMessage {
  if (paste.kind === 'unusable') {
    return { verdict: 'unusable', sentence: unusableSentence(paste, now) };
  }
  const { roomId, client, refresh } = paste;
  if (room !== undefined && roomId !== undefined && roomId !== room.id) {
    return {
      verdict: 'unusable',
      sentence: `This is for room ${shortRoomId(roomId)}, not for room ${roomTitle(room)}. Paste a token of this room.`,
    };
  }
  const title = room ? roomTitle(room) : roomId === undefined ? undefined : shortRoomId(roomId);
  const isCertain = [client, refresh].every(token => token?.certain !== false);
  const text = pasteText(paste, title, now);
  return isCertain
    ? { verdict: 'certain', sentence: text }
    : { verdict: 'guess', sentence: `Perhaps a ${text.charAt(0).toLowerCase()}${text.slice(1)}` };
}

/** `Refresh token for room 9e2a0cbe, valid until 15:32:00`. Without a title, that the room is asked. */
export function pasteText(
  { client, refresh }: Pick<PastedTokens, 'client' | 'refresh'>,
  title: string | undefined,
  now: number,
): string {
  const room = title === undefined ? '; you are asked for its room next' : ` for room ${title}`;
  if (client && refresh) {
    const ends = `valid ${until(client.times, now)} and ${until(refresh.times, now)}`;
    return title === undefined
      ? `Client token and refresh token, ${ends}; you are asked for their room next`
      : `Client token and refresh token${room}, ${ends}`;
  }
  const name = client ? 'Client token' : 'Refresh token';
  const end = `valid ${until((client ?? refresh)?.times ?? {}, now)}`;
  return title === undefined ? `${name}, ${end}${room}` : `${name}${room}, ${end}`;
}

function until({ expiresAt }: TokenTimes, now: number): string {
  return expiresAt === undefined ? 'for an unknown time' : `until ${localTime(expiresAt, now)}`;
}

function unusableSentence(paste: Extract<Paste, { kind: 'unusable' }>, now: number): string {
  switch (paste.reason) {
    case 'empty':
      return 'Paste a token, or something that holds one.';
    case 'tooLong':
      return 'This is too long. Paste only the token, or the answer that holds it.';
    case 'nothing':
      return 'There is no token in this. A token is one long word such as eyJ…; copy it again.';
    case 'apiKey':
      return 'This holds an API key, but no token. Keep a key with Set API Key, then use New Room Token.';
    case 'roomId':
      return 'This is a room ID, but no token. Make a token for it with New Room Token.';
    case 'expired':
      return `This ${paste.tokenKind} token expired ${localTime(paste.expiredAt, now)}. Get a new one from your backend or from Telnyx.`;
    case 'severalRooms':
      return `These tokens are for several rooms: ${paste.roomIds.slice(0, 3).map(shortRoomId).join(', ')}. Paste those of one room.`;
  }
}
