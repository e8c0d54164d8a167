import type { WindowFocus } from '../autoRefresh/windowFocus';
import { Emitter, type Disposable } from '../emitter';
import type { Preferences } from '../preferences';
import type { StateStore } from '../state/stateStore';
import { Alarm } from '../time/alarm';
import type { ServerClocks } from '../time/serverClocks';
import type { Room } from './room';
import type { RoomView } from './roomList';

/** That a room's client token ends soon, or that this no longer needs to be said. */
export type Reminder =
  | { readonly kind: 'due'; readonly room: Room; readonly expiresAt: number }
  | { readonly kind: 'gone'; readonly key: string };

const stateKey = 'telnyxRooms.lastReminders';

/**
 * Says once, in the window that has the focus, that a client token ends soon which nobody keeps fresh.
 * Only of tokens that this window has seen long before their end: never at start-up.
 */
export class ExpiryReminder implements Disposable {
  private readonly changed = new Emitter<Reminder>();
  readonly onDidChange = this.changed.event;

  /** By room, the end of the token that was seen in time. */
  private readonly seen = new Map<string, number>();
  /** By room, the end of the token that the user has been reminded of and still is. */
  private readonly open = new Map<string, number>();
  /** By room, when to look at it again: by this machine, in milliseconds since the epoch. */
  private readonly nextLooks = new Map<string, number>();
  private readonly alarm: Alarm;
  private readonly subscriptions: readonly Disposable[];

  constructor(
    private readonly rooms: RoomView,
    private readonly state: StateStore,
    private readonly preferences: Preferences,
    private readonly focus: WindowFocus,
    private readonly clocks: ServerClocks,
  ) {
    this.alarm = new Alarm(clocks.machine, () => this.check());
    const check = () => this.check();
    this.subscriptions = [
      this.alarm,
      rooms.onDidChange(change => {
        if (change.kind === 'list') {
          this.forgetMissing();
          this.check();
        } else {
          this.follow(change.key);
        }
      }),
      preferences.onDidChange(check),
      focus.onDidChange(check),
      clocks.onDidChange(check),
    ];
    this.check();
  }

  dispose(): void {
    this.subscriptions.forEach(subscription => subscription.dispose());
  }

  /** Looks at every room, and forgets those that are gone. */
  private check(): void {
    this.nextLooks.clear();
    const wantedLead = this.preferences.notifyBeforeExpiry() * 1000;
    const due = this.rooms.all().filter(room => this.look(room, wantedLead));
    const gone = [...this.open.keys()].filter(key => this.rooms.get(key) === undefined);
    gone.forEach(key => this.close(key));
    this.arm();
    this.remind(due);
  }

  /** Looks at a room that has changed; at the others as well, where the timer is late. */
  private follow(key: string): void {
    this.nextLooks.delete(key);
    if (this.nextLook() <= this.clocks.machine.now()) {
      this.check();
      return;
    }
    const room = this.rooms.get(key);
    const isDue =
      room !== undefined && this.look(room, this.preferences.notifyBeforeExpiry() * 1000);
    this.arm();
    if (isDue) {
      this.remind([room]);
    }
  }

  /**
   * Whether a reminder of a room is due; keeps when to look again.
   *
   * @param wantedLead how long before a token's end the user wants to know it, in milliseconds.
   */
  private look(room: Room, wantedLead: number): boolean {
    const { key, record } = room;
    const expiresAt = wantedLead > 0 ? this.remindableEnd(room) : undefined;
    if (this.open.has(key) && this.open.get(key) !== expiresAt) {
      this.close(key);
    }
    if (expiresAt === undefined) {
      return false;
    }
    const now = this.clocks.now(record.baseUrl);
    const remindAt = expiresAt - lead(room, expiresAt, wantedLead);
    const isEarly = now < remindAt;
    this.nextLooks.set(key, this.clocks.machine.now() + (isEarly ? remindAt : expiresAt) - now);
    if (isEarly) {
      this.seen.set(key, expiresAt);
      return false;
    }
    return this.seen.get(key) === expiresAt && this.focus.isFocused && this.seen.delete(key);
  }

  private remind(due: readonly Room[]): void {
    for (const room of due) {
      const expiresAt = room.record.clientToken?.expiresAt;
      if (expiresAt !== undefined && this.isFirst(room.key, expiresAt)) {
        this.open.set(room.key, expiresAt);
        this.changed.fire({ kind: 'due', room, expiresAt });
      }
    }
  }

  private arm(): void {
    this.alarm.set(this.nextLook() - this.clocks.machine.now());
  }

  private nextLook(): number {
    let next = Infinity;
    for (const at of this.nextLooks.values()) {
      next = Math.min(next, at);
    }
    return next;
  }

  /** When the room's client token ends, if that is worth a word and still ahead. */
  private remindableEnd({ record, autoRefresh, activity }: Room): number | undefined {
    const expiresAt = record.clientToken?.expiresAt;
    return expiresAt !== undefined &&
      autoRefresh.kind === 'off' &&
      activity.kind !== 'refreshing' &&
      expiresAt > this.clocks.now(record.baseUrl)
      ? expiresAt
      : undefined;
  }

  private close(key: string): void {
    this.open.delete(key);
    this.changed.fire({ kind: 'gone', key });
  }

  /** Whether no window has said it yet; keeps that it is said now, as long as that matters. */
  private isFirst(key: string, expiresAt: number): boolean {
    const said = this.said();
    if (said[key] === expiresAt) {
      return false;
    }
    const now = this.clocks.machine.now();
    const recent = Object.entries(said).filter(([, end]) => typeof end === 'number' && end > now);
    this.keep({ ...Object.fromEntries(recent), [key]: expiresAt });
    return true;
  }

  /** Keeps nothing of a room that was forgotten. */
  private forgetMissing(): void {
    const said = Object.entries(this.said());
    const left = said.filter(([key]) => this.rooms.get(key) !== undefined);
    if (left.length < said.length) {
      this.keep(left.length > 0 ? Object.fromEntries(left) : undefined);
    }
  }

  /** What can't be kept costs no more than a reminder that another window repeats. */
  private keep(said: Readonly<Record<string, unknown>> | undefined): void {
    this.state.update(stateKey, said).catch(() => undefined);
  }

  private said(): Readonly<Record<string, unknown>> {
    const said = this.state.get(stateKey);
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
  }
}

/** As long before the end as the user wants, but not before half of the token's life is over. */
function lead({ record: { clientToken } }: Room, expiresAt: number, wanted: number): number {
  const life = expiresAt - (clientToken?.issuedAt ?? -Infinity);
  return Math.min(wanted, life / 2);
}
