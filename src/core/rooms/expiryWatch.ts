import { Emitter, type Disposable } from '../emitter';
import { Alarm } from '../time/alarm';
import { expiryPhase, untilNextPhase } from '../time/expiryPhase';
import type { ServerClocks } from '../time/serverClocks';
import type { TokenKind } from '../tokens/tokenKind';
import type { TokenTimes } from '../tokens/tokenTimes';
import type { Room } from './room';
import type { RoomView } from './roomList';

/** Where a room's tokens stand in their lives, and when one of them gets further. */
interface Standing {
  readonly phases: string;
  /** By this machine, in milliseconds since the epoch; `Infinity` for never. */
  readonly changesAt: number;
}

/**
 * Says when a room's token starts to expire, or expires: what a row shows changes then, and only
 * then. One timer for all rooms, armed for the next such moment; none when there is nothing to come,
 * or while nobody listens. What happens to one room costs no look at the others.
 */
export class ExpiryWatch implements Disposable {
  private readonly changed = new Emitter<string>();
  private readonly standings = new Map<string, Standing>();
  private readonly alarm: Alarm;
  private subscriptions: readonly Disposable[] = [];

  constructor(
    private readonly rooms: RoomView,
    private readonly clocks: ServerClocks,
  ) {
    this.alarm = new Alarm(clocks.machine, () => this.checkAll());
  }

  /** Calls back with a room's key when one of its tokens has entered another phase since. */
  onDidChangePhase(listener: (key: string) => void): Disposable {
    if (this.subscriptions.length === 0) {
      this.start();
    }
    return this.changed.event(listener);
  }

  dispose(): void {
    this.alarm.dispose();
    this.subscriptions.forEach(subscription => subscription.dispose());
  }

  private start(): void {
    this.subscriptions = [
      this.clocks.onDidChange(() => this.checkAll()),
      // Rows of rooms that change are drawn anew whatever their phase is.
      this.rooms.onDidChange(change => {
        if (change.kind === 'list') {
          this.lookAtAll();
          this.arm();
        } else {
          this.follow(change.key);
        }
      }),
    ];
    this.lookAtAll();
    this.arm();
  }

  private checkAll(): void {
    const entered = this.lookAtAll();
    this.arm();
    entered.forEach(key => this.changed.fire(key));
  }

  /** Answers the rooms that entered another phase. */
  private lookAtAll(): readonly string[] {
    const rooms = this.rooms.all();
    if (rooms.length < this.standings.size) {
      this.standings.clear();
    }
    return rooms.filter(room => this.look(room)).map(({ key }) => key);
  }

  /** Looks at a room that has changed; at the others as well, where the timer is late. */
  private follow(key: string): void {
    const room = this.rooms.get(key);
    if (room !== undefined) {
      this.look(room);
    }
    if (this.nextChange() <= this.clocks.machine.now()) {
      this.checkAll();
    } else {
      this.arm();
    }
  }

  /** Whether a room has entered another phase. */
  private look(room: Room): boolean {
    const { key, record } = room;
    const now = this.clocks.now(record.baseUrl);
    const tokens = tokensOf(room);
    const phases = tokens.map(([kind, times]) => expiryPhase(times, now, kind)).join();
    const untilChanges = tokens.map(
      ([kind, times]) => untilNextPhase(times, now, kind) ?? Infinity,
    );
    const changesAt = this.clocks.machine.now() + Math.min(Infinity, ...untilChanges);
    const known = this.standings.get(key);
    this.standings.set(key, { phases, changesAt });
    return known?.phases !== phases;
  }

  private arm(): void {
    this.alarm.set(this.nextChange() - this.clocks.machine.now());
  }

  private nextChange(): number {
    let next = Infinity;
    for (const { changesAt } of this.standings.values()) {
      next = Math.min(next, changesAt);
    }
    return next;
  }
}

function tokensOf({ record }: Room): readonly (readonly [TokenKind, TokenTimes])[] {
  return [
    ...(record.clientToken ? [['client', record.clientToken] as const] : []),
    ...(record.refreshToken ? [['refresh', record.refreshToken] as const] : []),
  ];
}
