import type { AutoRefreshState } from '../autoRefresh/autoRefreshState';
import type { TokenKind } from '../tokens/tokenKind';
import type { RoomRecord } from './room';

/** Whether two sets of token kinds are the same. */
export function sameKinds(one: readonly TokenKind[], other: readonly TokenKind[]): boolean {
  return one.length === other.length && one.every(kind => other.includes(kind));
}

/** Whether two records say the same, in whatever order. */
export function sameRecord(one: RoomRecord, other: RoomRecord): boolean {
  return canonical(one) === canonical(other);
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

/** The record's text with its members in a fixed order. */
function canonical(record: RoomRecord): string {
  return JSON.stringify(record, (_name, value: unknown) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
