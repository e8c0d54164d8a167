import { refreshDue } from '../autoRefresh/refreshDue';
import type { TokenSecret } from '../secrets/tokenSecret';
import { expiryPhase } from '../time/expiryPhase';
import { sameTimes, type TokenTimes } from '../tokens/tokenTimes';
import type { GenerateRequest, RefreshRequest } from './roomRequests';

/** `iat` says whole seconds, cut off. */
const oneSecond = 1000;

/** What was known when a refresh was asked for. Moments are by the clock of the API. */
export interface RefreshMoment {
  /** When it was asked for. */
  readonly startedAt: number;
  /** The client token that the window showed then. */
  readonly known: TokenTimes | undefined;
  readonly now: number;
}

/**
 * Whether a stored client token makes a refresh needless: for a scheduled one, when it is not due;
 * for one that a user asked for, only when another window got just such a token meanwhile.
 */
export function isNewEnough(
  { times, ttlSeconds }: TokenSecret,
  request: RefreshRequest,
  { startedAt, known, now }: RefreshMoment,
): boolean {
  if (request.scheduled) {
    return now < refreshDue(times);
  }
  const isNewer = (times.issuedAt ?? 0) > startedAt - oneSecond;
  return !sameTimes(times, known) && isNewer && ttlSeconds === request.ttlSeconds;
}

/** Whether a stored refresh token makes a new pair needless: never for one that a user asked for. */
export function isNewPairEnough(
  { times }: TokenSecret,
  request: GenerateRequest,
  now: number,
): boolean {
  return request.scheduled !== undefined && !nearsEnd(times, now);
}

function nearsEnd(times: TokenTimes, now: number): boolean {
  return times.expiresAt !== undefined && expiryPhase(times, now, 'refresh') !== 'fresh';
}
