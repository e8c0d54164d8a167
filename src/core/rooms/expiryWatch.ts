import { Emitter, type Disposable } from '../emitter';
import type { Clock } from '../time/clock';
import { expiryPhase, untilNextPhase } from '../time/expiryPhase';
import type { TokenTimes } from '../tokens/tokenTimes';
import type { Room } from './room';
import type { RoomView } from './roomList';

/** Timers slip when a machine sleeps, so none is trusted for longer than this. */
const longestSleep = 30_000;

/**
 * Says when a room's token starts to expire, or expires: what a row shows changes then, and only
 * then. One timer for all rooms, armed for the next such moment; none when there is nothing to come.
 */
export class ExpiryWatch implements Disposable {
  private readonly changed = new Emitter<string>();
  /** A room's key, when one of its tokens entered another phase. */
  readonly onDidChangePhase = this.changed.event;

  private readonly phases = new Map<string, string>();
  private readonly subscription: Disposable;
  private timer: Disposable | undefined;

  constructor(
    private readonly rooms: RoomView,
    private readonly clock: Clock,
  ) {
    this.subscription = rooms.onDidChange(change =>
      this.check(key => change.kind === 'list' || change.key === key),
    );
    this.check(() => true);
  }

  dispose(): void {
    this.subscription.dispose();
    this.timer?.dispose();
  }

  /** Announces the rooms that entered another phase, but those that are redrawn anyway. */
  private check(isRedrawn: (key: string) => boolean): void {
    const now = this.clock.now();
    const rooms = this.rooms.all();
    let sleep = Infinity;
    const entered: string[] = [];
    for (const room of rooms) {
      const phase = tokensOf(room)
        .map(times => expiryPhase(times, now))
        .join();
      if (this.phases.get(room.key) !== phase) {
        this.phases.set(room.key, phase);
        entered.push(room.key);
      }
      for (const times of tokensOf(room)) {
        sleep = Math.min(sleep, untilNextPhase(times, now) ?? Infinity);
      }
    }
    this.timer?.dispose();
    this.timer =
      sleep === Infinity
        ? undefined
        : this.clock.schedule(Math.min(sleep, longestSleep), () => this.check(() => false));
    entered.filter(key => !isRedrawn(key)).forEach(key => this.changed.fire(key));
  }
}

function tokensOf(room: Room): readonly TokenTimes[] {
  return [room.record.clientToken, room.record.refreshToken].filter(times => times !== undefined);
}
