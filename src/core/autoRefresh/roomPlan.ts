import type { ApiError } from '../api/apiError';
import type { Room } from '../rooms/room';
import { hasExpired, warningWindow } from '../time/expiryPhase';
import type { AutoRefreshObstacle, AutoRefreshState } from './autoRefreshState';
import { refreshDue } from './refreshDue';

/** What a plan depends on beside the room. Moments are milliseconds since the epoch, by this machine. */
export interface PlanFacts {
  readonly now: number;
  /** By how much the API's clock is ahead. */
  readonly serverOffset: number;
  /** Whether rooms are kept fresh for which the user has not chosen. */
  readonly isDefault: boolean;
  /** Whether secrets may be sent to the room's API. */
  readonly isTrusted: boolean;
  /** Whether a new pair may be made with an API key when the refresh token ends. */
  readonly canRenew: boolean;
  /** When auto-refresh pauses in this window for want of focus; `Infinity` while it has it. */
  readonly pausesAt: number;
  /** So long this window leaves what is due to the one that has the focus, in milliseconds. */
  readonly standsBack: number;
  /** Nothing is sent before. */
  readonly notBefore: number;
  /** An action is not repeated before, however due it seems. */
  readonly restsUntil: Readonly<Record<RoomPlan['action'], number>>;
  /** The failed attempt that is to be repeated. */
  readonly failed?: { readonly action: RoomPlan['action']; readonly error: ApiError | undefined };
}

/** What is to be done for a room, and when. */
export interface RoomPlan {
  readonly state: AutoRefreshState;
  readonly action: 'refresh' | 'renew';
  /** When to act; `Infinity` for never. */
  readonly actAt: number;
  /** When to plan anew at the latest, `actAt` included. */
  readonly wakeAt: number;
}

/** Plans a room's auto-refresh. */
export function planRoom(room: Room, facts: PlanFacts): RoomPlan {
  const { record } = room;
  const choice = record.autoRefresh ?? (facts.isDefault ? 'on' : 'off');
  if (choice === 'off') {
    return idlePlan({ kind: 'off' });
  }
  const obstacle = choice === 'stopped' ? 'refused' : obstacleOf(room, facts);
  if (obstacle !== undefined) {
    return idlePlan({ kind: 'stopped', obstacle });
  }
  if (facts.now >= facts.pausesAt) {
    return idlePlan({ kind: 'paused' });
  }
  const { serverOffset, restsUntil } = facts;
  const clientDue = record.clientToken ? refreshDue(record.clientToken) - serverOffset : 0;
  const refreshAt = Math.max(clientDue, restsUntil.refresh) + facts.standsBack;
  const renewAt = facts.canRenew
    ? Math.max(renewDue(room) - serverOffset, restsUntil.renew) + facts.standsBack
    : Infinity;
  const actAt = Math.max(Math.min(refreshAt, renewAt), facts.notBefore);
  // Where making a new pair just failed, the old refresh token has to do while it can.
  const fallsBack =
    facts.failed?.action === 'renew' &&
    refreshAt <= Math.max(facts.now, actAt) &&
    refreshObstacle(room, facts) === undefined;
  const endsAt = (record.refreshToken?.expiresAt ?? Infinity) - serverOffset;
  return {
    state: facts.failed
      ? { kind: 'retrying', at: actAt, error: facts.failed.error }
      : { kind: 'on' },
    action: renewAt <= Math.max(facts.now, actAt) && !fallsBack ? 'renew' : 'refresh',
    actAt,
    wakeAt: Math.min(actAt, facts.pausesAt, endsAt > facts.now ? endsAt : Infinity),
  };
}

/** When a new pair is due, by the clock of the API: when the refresh token nears its end, or is none. */
function renewDue({ record: { refreshToken }, lost }: Room): number {
  if (refreshToken === undefined || lost.includes('refresh')) {
    return 0;
  }
  return refreshToken.expiresAt === undefined
    ? Infinity
    : refreshToken.expiresAt - warningWindow(refreshToken, 'refresh');
}

function obstacleOf(room: Room, facts: PlanFacts): AutoRefreshObstacle | undefined {
  if (!facts.isTrusted) {
    return 'untrustedOrigin';
  }
  return facts.canRenew ? undefined : refreshObstacle(room, facts);
}

/** Why a room's refresh token can't be used, if so. */
function refreshObstacle(
  { record: { refreshToken }, lost }: Room,
  { now, serverOffset }: PlanFacts,
): AutoRefreshObstacle | undefined {
  if (refreshToken === undefined || lost.includes('refresh')) {
    return 'noRefreshToken';
  }
  return hasExpired(refreshToken, now + serverOffset) ? 'refreshTokenEnded' : undefined;
}

function idlePlan(state: AutoRefreshState): RoomPlan {
  return { state, action: 'refresh', actAt: Infinity, wakeAt: Infinity };
}
