import { timesOf, type Room } from '../core/rooms/room';
import { expiryPhase } from '../core/time/expiryPhase';
import type { TokenKind } from '../core/tokens/tokenKind';
import { t } from './l10n';
import type { RoomContext } from './roomContext';
import type { Row } from './row';
import { expiryText, utcTime } from './timeText';

/** Stands for a token wherever one would be: no part of a token is ever shown. */
const mask = '••••';

/** The row of one of a room's tokens: its end, and what to do about it; `place` marks a sandbox. */
export function tokenRow(
  room: Room,
  kind: TokenKind,
  context: RoomContext,
  place: string | undefined,
): Row {
  const label = kind === 'client' ? t('Client token') : t('Refresh token');
  const times = timesOf(room, kind);
  const purpose =
    kind === 'client'
      ? t('Joins the room. Refresh it before it expires, or the participant is dropped.')
      : t('Gets new client tokens. It is never rotated: when it expires, a new one is needed.');
  const advice = kind === 'refresh' ? chainAdvice(room, context) : undefined;
  const lost =
    advice === undefined
      ? t('VS Code could no longer read it, enter it again')
      : t('VS Code could no longer read it');
  const problem = room.lost.includes(kind)
    ? lost
    : times === undefined
      ? t('none stored')
      : undefined;
  const end = expiryText(times ?? {}, context.now);
  const expiry =
    times?.expiresAt === undefined ? [] : [t`Expires ${utcTime(times.expiresAt)} (UTC)`];
  return {
    id: `${room.key}#${kind}`,
    label,
    description: [problem ?? `${mask} ${end}`, advice, place]
      .filter(part => part !== undefined)
      .join(' · '),
    tooltip: [purpose, ...expiry].join('\n'),
    icon: { id: kind === 'client' ? 'key' : 'refresh' },
    contextValue: `${kind}Token`,
    // Translators: what a screen reader says of a token that is not shown.
    accessibilityLabel: [label, problem ?? `${t('hidden')}, ${end}`, advice, place]
      .filter(part => part !== undefined)
      .join(', '),
  };
}

/** What to do about a refresh token that is missing or at its end. */
function chainAdvice(
  { record: { refreshToken }, lost }: Room,
  { now, hasApiKey }: RoomContext,
): string | undefined {
  const isThere = refreshToken !== undefined && !lost.includes('refresh');
  const phase = isThere ? expiryPhase(refreshToken, now, 'refresh') : 'expired';
  if (phase === 'fresh' || phase === 'unlimited') {
    return undefined;
  }
  return hasApiKey
    ? t('renew with your API key')
    : t('paste a new one, or the answer of generate_join_client_token');
}
