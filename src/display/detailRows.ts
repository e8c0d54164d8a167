import { hostOf } from '../core/api/apiBaseUrl';
import { timesOf, type Room } from '../core/rooms/room';
import type { RoomDetails } from '../core/rooms/roomDetails';
import type { DecodeResult, UndecodableReason } from '../core/tokens/decodeToken';
import type { TokenKind } from '../core/tokens/tokenKind';
import { autoRefreshText } from './autoRefreshText';
import { claimsRow } from './claimRows';
import { keptAliveUntil } from './clockLines';
import { clockText } from './clockText';
import { grantsRow } from './grantRows';
import { t } from './l10n';
import type { RoomContext } from './roomContext';
import type { Row } from './row';
import { tokenRow } from './tokenRow';

/** Why there are no grants and claims to show. */
const undecodable: Readonly<Record<UndecodableReason, string>> = {
  tooLong: t('this token is too long to be read'),
  notAJwt: t('this token is not a readable JWT'),
  notAnObject: t('this token holds no claims'),
};

/**
 * What stands under a room: its two tokens and how they are kept fresh, the files that are linked to
 * it, then what the client token (else the other) says.
 */
export function detailRows(
  known: Room,
  details: RoomDetails,
  context: RoomContext,
  envLinks: readonly Row[] = [],
): readonly Row[] {
  const room = { ...known, lost: lostTokens(known, details) };
  const place = sandboxMark(room);
  const shown = details.client ?? details.refresh;
  return [
    ...clockRows(room, context, place),
    tokenRow(room, 'client', context, place),
    tokenRow(room, 'refresh', context, place),
    autoRefreshRow(room, context, place),
    ...keptAliveRows(room, context, place),
    ...envLinks,
    ...(shown === undefined ? [] : decodedRows(room.key, shown, place, context.now)),
  ];
}

/** What stands under a room whose tokens can't be read just now. */
export function unreadableRows(room: Room): readonly Row[] {
  return [
    {
      id: `${room.key}#unreadable`,
      label: t("VS Code's secret storage did not answer"),
      description: t('close and open this room to try again'),
      icon: { id: 'error', color: 'list.errorForeground' },
    },
  ];
}

/** The tokens that are known to be lost, and those that were not there when they were read. */
function lostTokens(room: Room, details: RoomDetails): readonly TokenKind[] {
  return (['client', 'refresh'] as const).filter(
    kind => room.lost.includes(kind) || (timesOf(room, kind) && details[kind] === undefined),
  );
}

function autoRefreshRow(room: Room, context: RoomContext, place: string | undefined): Row {
  const state = autoRefreshText(room, context);
  const isOff = room.autoRefresh.kind === 'off';
  const label = t('Auto-refresh');
  const description = joined(state, place);
  return {
    id: `${room.key}#autoRefresh`,
    label,
    description,
    tooltip: t(
      'Gets a new client token before the old one ends, as long as the refresh token lasts.',
    ),
    icon: { id: isOff ? 'sync-ignored' : 'sync' },
    contextValue: isOff ? 'autoRefresh.off' : 'autoRefresh.on',
    accessibilityLabel: `${label}, ${description}`,
  };
}

/** Until when refreshes can go on: a row of its own, since a narrow view cuts long ones off. */
function keptAliveRows(
  room: Room,
  { now }: RoomContext,
  place: string | undefined,
): readonly Row[] {
  const keptUntil = keptAliveUntil(room, now);
  return keptUntil === undefined
    ? []
    : [
        {
          id: `${room.key}#keptAlive`,
          // Translators: followed by a time, as in "until 12:24:55".
          label: t('Can be kept alive'),
          description: joined(t`until ${keptUntil}`, place),
          tooltip: t('The refresh token ends then. After that, only a new pair of tokens helps.'),
          icon: { id: 'history' },
        },
      ];
}

/** Says that this machine's clock is wrong, where it is. */
function clockRows(
  room: Room,
  { clockOffset }: RoomContext,
  place: string | undefined,
): readonly Row[] {
  const text = clockText(clockOffset);
  const follows = t`refreshes follow the clock of ${hostOf(room.record.baseUrl)}`;
  return text === undefined
    ? []
    : [
        {
          id: `${room.key}#clock`,
          label: text,
          description: joined(follows, place),
          tooltip: t(
            'The times shown here are by that clock. Set the clock of this machine, and they fit.',
          ),
          icon: { id: 'warning', color: 'list.warningForeground' },
        },
      ];
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined).join(' · ');
}

/** Every row of a sandbox room says so: its tokens open no real door. */
function sandboxMark({ record }: Room): string | undefined {
  return record.sandbox ? t('sandbox') : undefined;
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
        label: t('Grants and claims'),
        description: joined(undecodable[decoded.reason], place),
        tooltip: t('The token may still work: only its text could not be decoded.'),
        icon: { id: 'question' },
      },
    ];
  }
  return [grantsRow(key, decoded.token, place), claimsRow(key, decoded.token, place, now)];
}
