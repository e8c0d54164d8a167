import { originOf } from '../../core/api/apiBaseUrl';
import { timesOf, type Room } from '../../core/rooms/room';
import { expiryPhase } from '../../core/time/expiryPhase';
import { holdsSecret } from '../../core/tokens/holdsSecret';
import type { TokenKind } from '../../core/tokens/tokenKind';
import { failureText } from '../failureText';
import { roomTitle } from '../roomTitle';
import { mask } from '../secretText';
import { utcTime } from '../timeText';
import { inEnglish } from '../translator';

/** What an agent is told of a room, at `now` (milliseconds since the epoch, by the API's clock). */
export function agentRoom(room: Room, now: number) {
  const { activity, autoRefresh, record } = room;
  return {
    id: record.id,
    name: holdsSecret(record.name ?? record.givenName ?? '') ? mask : roomTitle(record),
    api: originOf(record.baseUrl),
    ...(record.sandbox && { sandbox: true }),
    clientToken: agentToken(room, 'client', now),
    refreshToken: agentToken(room, 'refresh', now),
    autoRefresh: autoRefresh.kind,
    ...(activity.kind === 'failed' && {
      lastRefresh: inEnglish(() => failureText(activity.error)),
    }),
  };
}

/** The state of a token: `none`, `lost` by VS Code, `fresh`, `expiring`, `expired` or `unlimited`. */
function agentToken(room: Room, kind: TokenKind, now: number) {
  const times = timesOf(room, kind);
  if (times === undefined || room.lost.includes(kind)) {
    return { state: times === undefined ? 'none' : 'lost' };
  }
  const { issuedAt, expiresAt } = times;
  return {
    state: expiryPhase(times, now, kind),
    ...(issuedAt !== undefined && { issuedAt: utcTime(issuedAt) }),
    ...(expiresAt !== undefined && {
      expiresAt: utcTime(expiresAt),
      secondsLeft: Math.max(0, Math.floor((expiresAt - now) / 1000)),
    }),
  };
}
