import { originOf } from '../api/apiBaseUrl';
import type { ConnectionAhead } from '../api/connectionsAhead';
import type { RateLimits } from '../api/rateLimits';
import type { TrustedOrigins } from '../api/trustedOrigins';
import { Emitter, type Disposable } from '../emitter';
import type { Logger } from '../logger';
import type { Preferences } from '../preferences';
import { MissingTokenError } from '../rooms/missingTokenError';
import type { Room } from '../rooms/room';
import type { RoomList } from '../rooms/roomList';
import type { ApiKeys } from '../secrets/apiKeys';
import { Alarm } from '../time/alarm';
import type { ServerClocks } from '../time/serverClocks';
import type { AutoRefreshAttempts } from './autoRefreshAttempts';
import { concernsRoom, isFinal, type AutoRefreshStop } from './autoRefreshStop';
import type { Retries } from './retries';
import type { RoomPlan } from './roomPlan';
import type { RoomPlans } from './roomPlans';
import type { WindowFocus } from './windowFocus';

/** What auto-refresh stands on. */
export interface AutoRefreshParts {
  readonly rooms: RoomList;
  readonly plans: RoomPlans;
  readonly retries: Retries;
  readonly limits: RateLimits;
  readonly attempts: AutoRefreshAttempts;
  readonly ahead: ConnectionAhead;
  readonly apiKeys: ApiKeys;
  readonly origins: TrustedOrigins;
  readonly preferences: Preferences;
  readonly focus: WindowFocus;
  readonly clocks: ServerClocks;
  readonly logger: Logger;
}

/**
 * So many attempts go on at a time: a window has many rooms, and not every API tells of its limit. It
 * keeps 200 rooms fresh on tokens of 10 s where an answer takes less than 70 ms.
 */
const mostAttempts = 2;

/** So long before a request is due is its connection opened, in milliseconds: for slow networks too. */
const openedAhead = 5000;

/**
 * Keeps the client tokens of rooms fresh. One timer for all rooms; every wake-up, change and return of
 * the focus plans anew from what is known then, so that a slipped timer or a moved clock does no harm.
 */
export class AutoRefresh implements Disposable {
  private readonly stopped = new Emitter<AutoRefreshStop>();
  /** Fires once when attempts for a room end because they can't succeed. */
  readonly onDidStop = this.stopped.event;

  private readonly underWay = new Map<string, { room: Room; abort: AbortController }>();
  private readonly alarm: Alarm;
  private readonly subscriptions: readonly Disposable[];

  constructor(private readonly parts: AutoRefreshParts) {
    const { apiKeys, clocks, focus, origins, plans, preferences, retries, rooms } = parts;
    this.alarm = new Alarm(clocks.machine, () => this.act());
    const planAll = () => this.planAll();
    this.subscriptions = [
      this.alarm,
      rooms.onDidChange(change => (change.kind === 'room' ? this.plan(change.key) : planAll())),
      preferences.onDidChange(planAll),
      origins.onDidChange(planAll),
      clocks.onDidChange(planAll),
      apiKeys.onDidChange(() => {
        plans.forgetRefusals();
        planAll();
      }),
      focus.onDidChange(() => {
        if (focus.isFocused) {
          retries.hurry();
        }
        planAll();
      }),
    ];
    planAll();
  }

  /** When a room's next request is due, by the clock of its API; undefined when none is. */
  nextAt({ key, record }: Room): number | undefined {
    const { actAt = Infinity } = this.parts.plans.get(key) ?? {};
    return actAt === Infinity ? undefined : actAt + this.parts.clocks.offset(record.baseUrl);
  }

  dispose(): void {
    this.subscriptions.forEach(subscription => subscription.dispose());
    this.underWay.forEach(({ abort }) => abort.abort());
  }

  private planAll(): void {
    this.parts.plans.makeAll();
    this.setAlarm();
  }

  private plan(key: string): void {
    const room = this.parts.rooms.get(key);
    if (room) {
      this.parts.plans.make(room);
      this.setAlarm();
    }
  }

  /** Wakes for the next thing to do; while no attempt can start, only for what is not due yet. */
  private setAlarm(): void {
    const now = this.parts.clocks.machine.now();
    let next: NextWake = { wakeAt: Infinity };
    for (const [key, { wakeAt, actAt }] of this.parts.plans.all()) {
      const waits = this.underWay.has(key) || (wakeAt <= now && !this.mayStart(key));
      if (!waits && wakeAt < next.wakeAt) {
        next = { wakeAt, ...(wakeAt === actAt && { key }) };
      }
    }
    this.alarm.set(this.connectAhead(next, now) - now);
  }

  /**
   * Opens the connection for the next request shortly before it is due. Only in the window that has the
   * focus: of several, that one asks. Answers when to wake.
   */
  private connectAhead({ wakeAt, key }: NextWake, now: number): number {
    if (this.underWay.size > 0) {
      return wakeAt;
    }
    const room = key === undefined ? undefined : this.parts.rooms.get(key);
    const isOurs = room !== undefined && this.parts.focus.isFocused;
    const openAt = wakeAt - openedAhead;
    this.parts.ahead.to(isOurs && openAt <= now ? room.record.baseUrl : undefined);
    return isOurs && openAt > now ? openAt : wakeAt;
  }

  /** Starts what is due, the token that ends first before the others. */
  private act(): void {
    this.parts.plans.makeAll();
    const now = this.parts.clocks.machine.now();
    const due = this.parts.rooms
      .all()
      .filter(({ key }) => (this.parts.plans.get(key)?.actAt ?? Infinity) <= now)
      .filter(({ key }) => !this.underWay.has(key))
      .sort((one, other) => endOf(one) - endOf(other));
    for (const room of due) {
      if (this.mayStart(room.key)) {
        void this.attempt(room, this.parts.plans.get(room.key)?.action ?? 'refresh');
      }
    }
    this.setAlarm();
  }

  /** Whether one more attempt may start: few go on at a time, and none above what the API takes. */
  private mayStart(key: string): boolean {
    const baseUrl = this.parts.rooms.get(key)?.record.baseUrl;
    if (baseUrl === undefined || this.underWay.size >= mostAttempts) {
      return false;
    }
    const origin = originOf(baseUrl);
    const others = [...this.underWay.values()].filter(
      ({ room }) => originOf(room.record.baseUrl) === origin,
    );
    return others.length < this.parts.limits.left(baseUrl);
  }

  private async attempt(room: Room, action: RoomPlan['action']): Promise<void> {
    const { key } = room;
    const abort = new AbortController();
    this.underWay.set(key, { room, abort });
    try {
      const refreshed = await this.parts.attempts.run(room, action, abort.signal);
      if (refreshed) {
        this.parts.retries.succeeded(room);
        this.parts.plans.rest(key, action);
      }
    } catch (error) {
      if (!abort.signal.aborted) {
        this.settle(room, action, error);
      }
    } finally {
      this.underWay.delete(key);
      if (!abort.signal.aborted) {
        this.planAll();
      }
    }
  }

  /** A refusal ends the attempts, anything else is tried again. */
  private settle(room: Room, action: RoomPlan['action'], error: unknown): void {
    const { key } = room;
    if (this.parts.rooms.current(key)?.autoRefresh === 'off') {
      return;
    }
    if (!isFinal(error)) {
      this.parts.logger.warn(`Auto-refresh of ${key} will try again.`);
      this.parts.retries.failed(room, action, error);
      return;
    }
    if (action === 'renew') {
      this.parts.plans.refuseRenewal(room, concernsRoom(error));
    }
    // A room that lacks its token may still get a new pair: its plan says so.
    const isStopped = this.parts.rooms.get(key)?.autoRefresh.kind === 'stopped';
    if (isStopped || !(error instanceof MissingTokenError)) {
      this.parts.logger.warn(`Auto-refresh of ${key} stopped: ${error.message}`);
      this.stopped.fire({ key, action, error });
    }
  }
}

/** The next thing to do, and for which room, where that is a request. */
interface NextWake {
  readonly wakeAt: number;
  readonly key?: string;
}

function endOf({ record }: Room): number {
  return record.clientToken?.expiresAt ?? 0;
}
