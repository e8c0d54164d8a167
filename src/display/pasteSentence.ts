import type { Paste } from '../core/paste/recognizePaste';
import type { RoomRecord } from '../core/rooms/room';
import { shortRoomId } from '../core/rooms/roomId';
import type { TokenTimes } from '../core/tokens/tokenTimes';
import { t } from './l10n';
import { roomTitle } from './roomTitle';
import { localTime } from './timeText';

type PastedTokens = Extract<Paste, { readonly kind: 'tokens' }>;

/** What was pasted, and whether it can be kept: for certain, as a guess, or not at all. */
export interface PasteMessage {
  readonly verdict: 'certain' | 'guess' | 'unusable';
  readonly sentence: string;
}

const clientNames = { certain: t('Client token'), guess: t('Perhaps a client token') };
const refreshNames = { certain: t('Refresh token'), guess: t('Perhaps a refresh token') };
const pairNames = {
  certain: t('Client token and refresh token'),
  guess: t('Perhaps a client token and refresh token'),
};

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
      sentence: t`This is for room ${shortRoomId(roomId)}, not for room ${roomTitle(room)}. Paste a token of this room.`,
    };
  }
  const title = room ? roomTitle(room) : roomId === undefined ? undefined : shortRoomId(roomId);
  const isCertain = [client, refresh].every(token => token?.certain !== false);
  return {
    verdict: isCertain ? 'certain' : 'guess',
    sentence: pasteText(paste, title, now, isCertain),
  };
}

/** `Refresh token for room 9e2a0cbe, valid until 15:32:00`. Without a title, that the room is asked. */
export function pasteText(
  { client, refresh }: Pick<PastedTokens, 'client' | 'refresh'>,
  title: string | undefined,
  now: number,
  isCertain = true,
): string {
  const isPair = client !== undefined && refresh !== undefined;
  const names = isPair ? pairNames : client ? clientNames : refreshNames;
  const name = isCertain ? names.certain : names.guess;
  const first = until((client ?? refresh)?.times ?? {}, now);
  // Translators: {0} and {1} are "until 12:24:55" or "for an unknown time".
  const end = isPair ? t`valid ${first} and ${until(refresh.times, now)}` : t`valid ${first}`;
  if (title !== undefined) {
    // Translators: {0} is what was pasted, such as "Client token"; {2} is "valid until 12:24:55".
    return t`${name} for room ${title}, ${end}`;
  }
  // Translators: {0} is what was pasted, such as "Client token"; {1} is "valid until 12:24:55".
  return isPair
    ? t`${name}, ${end}; you are asked for their room next`
    : t`${name}, ${end}; you are asked for its room next`;
}

function until({ expiresAt }: TokenTimes, now: number): string {
  return expiresAt === undefined ? t('for an unknown time') : t`until ${localTime(expiresAt, now)}`;
}

function unusableSentence(paste: Extract<Paste, { kind: 'unusable' }>, now: number): string {
  switch (paste.reason) {
    case 'empty':
      return t('Paste a token, or something that holds one.');
    case 'tooLong':
      return t('This is too long. Paste only the token, or the answer that holds it.');
    case 'nothing':
      return t('There is no token in this. A token is one long word such as eyJ…; copy it again.');
    case 'apiKey':
      // Translators: Set API Key and New Room Token are names of commands.
      return t(
        'This holds an API key, but no token. Keep a key with Set API Key, then use New Room Token.',
      );
    case 'roomId':
      return t('This is a room ID, but no token. Make a token for it with New Room Token.');
    case 'expired':
      return paste.tokenKind === 'client'
        ? t`This client token expired ${localTime(paste.expiredAt, now)}. Get a new one from your backend or from Telnyx.`
        : t`This refresh token expired ${localTime(paste.expiredAt, now)}. Get a new one from your backend or from Telnyx.`;
    case 'severalRooms':
      return t`These tokens are for several rooms: ${paste.roomIds.slice(0, 3).map(shortRoomId).join(', ')}. Paste those of one room.`;
  }
}
