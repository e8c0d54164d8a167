import { originOf } from '../api/apiBaseUrl';
import type { RateLimits } from '../api/rateLimits';
import type { TrustedOrigins } from '../api/trustedOrigins';
import type { Preferences } from '../preferences';
import type { Room, RoomRecord } from '../rooms/room';
import type { RoomList } from '../rooms/roomList';
import { suggestedTtl } from '../rooms/suggestedTtl';
import type { ApiKeys } from '../secrets/apiKeys';
import { endOfPause } from '../time/pause';
import type { ServerClocks } from '../time/serverClocks';
import type { Retries } from './retries';
import { planRoom, type RoomPlan } from './roomPlan';
import type { WindowFocus } from './windowFocus';

const minute = 60_000;

/** A window without focus waits so long for the one that has it, in milliseconds. */
const standsBack = 500;

/** Shorter lives are not what anybody asked for, in milliseconds. */
const shortestLife = 10_000;

/** What the user wants of every room: a host takes its time to look it up, so not for each. */
interface Wanted {
  readonly autoRefresh: boolean;
  readonly autoRenew: boolean;
  /** Milliseconds since the epoch; `Infinity` while the window has the focus. */
  readonly pausesAt: number;
}

/** The newest plan of every room, made of what is known of it at the moment. */
export class RoomPlans {
  private readonly plans = new Map<string, RoomPlan>();
  /** By action and room, when this window last got a token, in milliseconds since the epoch. */
  private readonly gotAt = { refresh: new Map<string, number>(), renew: new Map<string, number>() };
  /** Origins whose API refused the stored key, and keys of rooms that it made no new pair for. */
  private readonly refusals = new Set<string>();

  constructor(
    private readonly rooms: RoomList,
    private readonly retries: Retries,
    private readonly limits: RateLimits,
    private readonly origins: TrustedOrigins,
    private readonly apiKeys: ApiKeys,
    private readonly preferences: Preferences,
    private readonly focus: WindowFocus,
    private readonly clocks: ServerClocks,
  ) {}

  get(key: string): RoomPlan | undefined {
    return this.plans.get(key);
  }

  all(): ReadonlyMap<string, RoomPlan> {
    return this.plans;
  }

  /** Plans every room, and forgets the plans of rooms that are gone. */
  makeAll(): void {
    const rooms = this.rooms.all();
    const keys = new Set(rooms.map(room => room.key));
    [...this.plans.keys()].filter(key => !keys.has(key)).forEach(key => this.plans.delete(key));
    const wanted = this.wanted();
    const states = rooms.map(room => [room.key, this.plan(room, wanted).state] as const);
    this.rooms.setAllAutoRefresh(new Map(states));
  }

  /** Plans a room and shows the state of its auto-refresh. */
  make(room: Room): void {
    this.rooms.setAutoRefresh(room.key, this.plan(room, this.wanted()).state);
  }

  private plan(room: Room, wanted: Wanted): RoomPlan {
    const { baseUrl } = room.record;
    const now = this.clocks.machine.now();
    const failed = this.retries.of(room);
    const plan = planRoom(room, {
      now,
      serverOffset: this.clocks.offset(baseUrl),
      isDefault: wanted.autoRefresh,
      isTrusted: this.origins.isTrusted(baseUrl),
      canRenew:
        wanted.autoRenew &&
        this.apiKeys.has(baseUrl) &&
        !this.refusals.has(originOf(baseUrl)) &&
        !this.refusals.has(room.key),
      pausesAt: wanted.pausesAt,
      standsBack: this.focus.isFocused ? 0 : standsBack,
      notBefore: Math.max(this.retries.notBefore(room, now), this.limits.freeAt(baseUrl)),
      restsUntil: {
        refresh: this.restsUntil('refresh', room, now),
        renew: this.restsUntil('renew', room, now),
      },
      ...(failed && { failed }),
    });
    this.plans.set(room.key, plan);
    return plan;
  }

  /**
   * Leaves a room alone for half of the life of its token, after this window got one for it: that the
   * token seems to end at once, since a clock is wrong, is no reason to ask at once. Not even when
   * another window, which is as wrong, has got another one since. A refresh puts off no renewal.
   */
  rest(key: string, action: RoomPlan['action']): void {
    const now = this.clocks.machine.now();
    this.gotAt.refresh.set(key, now);
    if (action === 'renew') {
      this.gotAt.renew.set(key, now);
    }
  }

  /** Makes no new pairs for a room, or none at its API, until another key is stored. */
  refuseRenewal({ key, record }: Room, isOnlyRoom: boolean): void {
    this.refusals.add(isOnlyRoom ? key : originOf(record.baseUrl));
  }

  /** Keys may have changed. */
  forgetRefusals(): void {
    this.refusals.clear();
  }

  private restsUntil(action: RoomPlan['action'], { key, record }: Room, now: number): number {
    const since = this.gotAt[action].get(key);
    return endOfPause(since === undefined ? undefined : { since, length: halfLife(record) }, now);
  }

  private wanted(): Wanted {
    const minutes = this.preferences.autoRefreshMaxIdleMinutes();
    return {
      autoRefresh: this.preferences.autoRefresh(),
      autoRenew: this.preferences.autoRenew(),
      pausesAt: minutes > 0 ? this.focus.awayFor(minutes * minute) : Infinity,
    };
  }
}

/** Half of what a room's client token lives, whatever the time is; at least half of the shortest. */
function halfLife(record: RoomRecord): number {
  const { issuedAt = NaN, expiresAt = NaN } = record.clientToken ?? {};
  const life = expiresAt - issuedAt;
  const asked = suggestedTtl(record) * 1000;
  return (life >= shortestLife ? Math.min(life, asked) : asked) / 2;
}
