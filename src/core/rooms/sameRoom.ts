import type { AutoRefreshState } from '../autoRefresh/autoRefreshState';
import type { TokenKind } from '../tokens/tokenKind';
import { sameTimes } from '../tokens/tokenTimes';
import type { RoomRecord } from './room';

/** Whether two sets of token kinds are the same. */
export function sameKinds(one: readonly TokenKind[], other: readonly TokenKind[]): boolean {
  return one.length === other.length && one.every(kind => other.includes(kind));
}

/** Whether two records say the same, in whatever order. */
export function sameRecord(one: RoomRecord, other: RoomRecord): boolean {
  const { clientToken, refreshToken, ...members } = one;
  const names = Object.keys(members) as (keyof typeof members)[];
  return (
    Object.keys(one).length === Object.keys(other).length &&
    names.every(name => one[name] === other[name]) &&
    sameTimes(clientToken, other.clientToken) &&
    sameTimes(refreshToken, other.refreshToken)
  );
}

/** Whether two states of auto-refresh say the same; each failure is one of its own. */
export function sameAutoRefresh(one: AutoRefreshState, other: AutoRefreshState): boolean {
  if (one.kind === 'retrying' && other.kind === 'retrying') {
    return one.at === other.at && one.error === other.error;
  }
  return (
    one.kind === other.kind &&
    (one.kind !== 'stopped' || other.kind !== 'stopped' || one.obstacle === other.obstacle)
  );
}
