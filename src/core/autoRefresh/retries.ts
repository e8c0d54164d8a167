import { ApiError } from '../api/apiError';
import { originOf } from '../api/apiBaseUrl';
import type { Room } from '../rooms/room';
import { endOfPause, type Pause } from '../time/pause';
import type { ServerClocks } from '../time/serverClocks';
import type { TokenTimes } from '../tokens/tokenTimes';
import type { RoomPlan } from './roomPlan';
import { lastChance, retryPause } from './retryPause';

interface Retry {
  readonly action: RoomPlan['action'];
  readonly error: ApiError | undefined;
  readonly failures: number;
  readonly pause: Pause;
  /** A new token, from whomever, ends the retry. */
  readonly clientToken: TokenTimes | undefined;
}

/** However often the focus comes back, nothing is tried sooner than this after a failure. */
const shortestPause = 5000;

/** Which rooms' attempts have failed, and when each may be tried again. */
export class Retries {
  private readonly retries = new Map<string, Retry>();
  /** What held up one room holds up the others of its API, so that they don't all find out. */
  private readonly holds = new Map<string, Retry>();

  constructor(
    private readonly clocks: ServerClocks,
    private readonly random: () => number,
  ) {}

  /** The failure that a room's next attempt follows. */
  of(room: Room): Pick<Retry, 'action' | 'error'> | undefined {
    const retry = this.retries.get(room.key);
    return retry?.clientToken === room.record.clientToken ? retry : undefined;
  }

  /** When a room may be tried at the earliest, in milliseconds since the epoch, by this machine. */
  notBefore(room: Room, now: number): number {
    const own = this.of(room) && this.retries.get(room.key)?.pause;
    const hold = this.holds.get(originOf(room.record.baseUrl))?.pause;
    return Math.max(endOfPause(own, now), Math.min(endOfPause(hold, now), this.lastChance(room)));
  }

  /** Just before its token ends, a room is worth an attempt of its own, whatever the others met. */
  private lastChance({ record: { baseUrl, clientToken } }: Room): number {
    const end = (clientToken?.expiresAt ?? Infinity) - this.clocks.offset(baseUrl);
    return end > this.clocks.machine.now() ? end - lastChance : Infinity;
  }

  failed(room: Room, action: RoomPlan['action'], error: unknown): void {
    const { baseUrl, clientToken } = room.record;
    const known = error instanceof ApiError ? error : undefined;
    const now = this.clocks.machine.now();
    const failures = 1 + (this.of(room) ? (this.retries.get(room.key)?.failures ?? 0) : 0);
    const endsIn = (clientToken?.expiresAt ?? Infinity) - this.clocks.now(baseUrl);
    const length = retryPause(known?.facts.retryAfterSeconds, failures, endsIn, this.random());
    const retry = { action, error: known, failures, pause: { since: now, length }, clientToken };
    this.retries.set(room.key, retry);
    if (known !== undefined && concernsAll(known)) {
      this.holds.set(originOf(baseUrl), retry);
    }
  }

  succeeded({ key, record }: Room): void {
    this.retries.delete(key);
    this.holds.delete(originOf(record.baseUrl));
  }

  /** The user is back, and perhaps the network too: what could not be reached is tried soon. */
  hurry(): void {
    for (const retries of [this.retries, this.holds]) {
      for (const [key, retry] of retries) {
        if (retry.error !== undefined && isOnTheWay(retry.error)) {
          const { since, length } = retry.pause;
          retries.set(key, { ...retry, pause: { since, length: Math.min(length, shortestPause) } });
        }
      }
    }
  }
}

/** Whether a failure says more of the API, or of the way there, than of the room. */
function concernsAll(error: ApiError): boolean {
  return error.kind === 'rateLimited' || isOnTheWay(error);
}

/** Whether a call failed between here and the API. */
function isOnTheWay({ kind }: ApiError): boolean {
  return kind === 'network' || kind === 'certificate' || kind === 'proxy' || kind === 'timeout';
}
