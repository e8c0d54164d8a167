import type { Room } from '../core/rooms/room';
import type { RoomDetails } from '../core/rooms/roomDetails';
import type { DecodeResult } from '../core/tokens/decodeToken';
import type { TokenKind } from '../core/tokens/tokenKind';
import { claimsRow } from './claimRows';
import { grantsRow } from './grantRows';
import type { Row } from './row';
import { expiryText, utcTime } from './timeText';

/** Stands for a token wherever one would be: no part of a token is ever shown. */
const mask = '••••';

/** What stands under a room: its two tokens, then what the client token (else the other) says. */
export function detailRows(room: Room, details: RoomDetails, now: number): readonly Row[] {
  const place = sandboxMark(room);
  const shown = details.client ?? details.refresh;
  return [
    tokenRow(room, 'client', details.client, now),
    tokenRow(room, 'refresh', details.refresh, now),
    ...(shown === undefined ? [] : decodedRows(room.key, shown, place, now)),
  ];
}

/** What stands under a room whose tokens can't be read just now. */
export function unreadableRows(room: Room): readonly Row[] {
  return [
    {
      id: `${room.key}#unreadable`,
      label: "VS Code's secret storage did not answer",
      description: 'close and open this room to try again',
      icon: { id: 'error', color: 'list.errorForeground' },
    },
  ];
}

function tokenRow(
  room: Room,
  kind: TokenKind,
  decoded: DecodeResult | undefined,
  now: number,
): Row {
  const { key, record, lost } = room;
  const label = kind === 'client' ? 'Client token' : 'Refresh token';
  const times = kind === 'client' ? record.clientToken : record.refreshToken;
  const purpose =
    kind === 'client'
      ? 'Joins the room. Refresh it before it expires, or the participant is dropped.'
      : 'Gets new client tokens. It is never rotated: when it expires, a new one is needed.';
  const missing = lost.includes(kind) || (times !== undefined && decoded === undefined);
  const state = missing
    ? 'VS Code could no longer read it, enter it again'
    : times === undefined
      ? 'none stored'
      : `${mask} ${expiryText(times, now)}`;
  const expiry =
    times?.expiresAt === undefined ? [] : [`Expires ${utcTime(times.expiresAt)} (UTC)`];
  const place = sandboxMark(room);
  return {
    id: `${key}#${kind}`,
    label,
    description: place === undefined ? state : `${state} · ${place}`,
    tooltip: [purpose, ...expiry].join('\n'),
    icon: { id: kind === 'client' ? 'key' : 'refresh' },
    contextValue: `${kind}Token`,
    accessibilityLabel: `${label}, ${state.replace(mask, 'hidden,')}`,
  };
}

/** Every row of a sandbox room says so: its tokens open no real door. */
function sandboxMark({ record }: Room): string | undefined {
  return record.sandbox ? 'sandbox' : undefined;
}

function decodedRows(
  key: string,
  decoded: DecodeResult,
  place: string | undefined,
  now: number,
): readonly Row[] {
  if (!decoded.ok) {
    return [
      {
        id: `${key}#undecodable`,
        label: 'Grants and claims',
        description: 'this token is not a readable JWT',
        tooltip: 'The token may still work: only its text could not be decoded.',
        icon: { id: 'question' },
      },
    ];
  }
  return [grantsRow(key, decoded.token, place), claimsRow(key, decoded.token, place, now)];
}
