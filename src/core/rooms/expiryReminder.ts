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
        }
        check();
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

  private check(): void {
    const rooms = this.rooms.all();
    const due: { room: Room; expiresAt: number }[] = [];
    let sleep = Infinity;
    for (const room of rooms) {
      const expiresAt = this.remindableEnd(room);
      if (this.open.has(room.key) && this.open.get(room.key) !== expiresAt) {
        this.close(room.key);
      }
      if (expiresAt === undefined) {
        continue;
      }
      const now = this.clocks.now(room.record.baseUrl);
      const remindAt = expiresAt - this.lead(room, expiresAt);
      if (now < remindAt) {
        this.seen.set(room.key, expiresAt);
        sleep = Math.min(sleep, remindAt - now);
      } else {
        sleep = Math.min(sleep, expiresAt - now);
        if (this.seen.get(room.key) === expiresAt && this.focus.isFocused) {
          this.seen.delete(room.key);
          due.push({ room, expiresAt });
        }
      }
    }
    const gone = [...this.open.keys()].filter(key => this.rooms.get(key) === undefined);
    gone.forEach(key => this.close(key));
    this.alarm.set(sleep);
    due
      .filter(({ room, expiresAt }) => this.isFirst(room.key, expiresAt))
      .forEach(reminder => {
        this.open.set(reminder.room.key, reminder.expiresAt);
        this.changed.fire({ kind: 'due', ...reminder });
      });
  }

  /** When the room's client token ends, if that is worth a word and still ahead. */
  private remindableEnd({ record, autoRefresh, activity }: Room): number | undefined {
    const expiresAt = record.clientToken?.expiresAt;
    const isWanted = this.preferences.notifyBeforeExpiry() > 0 && autoRefresh.kind === 'off';
    return expiresAt !== undefined &&
      isWanted &&
      activity.kind !== 'refreshing' &&
      expiresAt > this.clocks.now(record.baseUrl)
      ? expiresAt
      : undefined;
  }

  /** As long before the end as the user wants, but not before half of the token's life is over. */
  private lead({ record: { clientToken } }: Room, expiresAt: number): number {
    const wanted = this.preferences.notifyBeforeExpiry() * 1000;
    const life = expiresAt - (clientToken?.issuedAt ?? -Infinity);
    return Math.min(wanted, life / 2);
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
