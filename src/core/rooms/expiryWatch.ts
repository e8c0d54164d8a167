import { Emitter, type Disposable } from '../emitter';
import { Alarm } from '../time/alarm';
import { expiryPhase, untilNextPhase } from '../time/expiryPhase';
import type { ServerClocks } from '../time/serverClocks';
import type { TokenKind } from '../tokens/tokenKind';
import type { TokenTimes } from '../tokens/tokenTimes';
import type { Room } from './room';
import type { RoomView } from './roomList';

/**
 * Says when a room's token starts to expire, or expires: what a row shows changes then, and only
 * then. One timer for all rooms, armed for the next such moment; none when there is nothing to come.
 */
export class ExpiryWatch implements Disposable {
  private readonly changed = new Emitter<string>();
  /** A room's key, when one of its tokens entered another phase. */
  readonly onDidChangePhase = this.changed.event;

  private readonly phases = new Map<string, string>();
  private readonly alarm: Alarm;
  private readonly subscriptions: readonly Disposable[];

  constructor(
    private readonly rooms: RoomView,
    private readonly clocks: ServerClocks,
  ) {
    this.alarm = new Alarm(clocks.machine, () => this.check(() => false));
    this.subscriptions = [
      this.alarm,
      clocks.onDidChange(() => this.check(() => false)),
      rooms.onDidChange(change => this.check(key => change.kind === 'list' || change.key === key)),
    ];
    this.check(() => true);
  }

  dispose(): void {
    this.subscriptions.forEach(subscription => subscription.dispose());
  }

  /** Announces the rooms that entered another phase, but those that are redrawn anyway. */
  private check(isRedrawn: (key: string) => boolean): void {
    let sleep = Infinity;
    const entered: string[] = [];
    for (const room of this.rooms.all()) {
      const now = this.clocks.now(room.record.baseUrl);
      const tokens = tokensOf(room);
      const phase = tokens.map(([kind, times]) => expiryPhase(times, now, kind)).join();
      if (this.phases.get(room.key) !== phase) {
        this.phases.set(room.key, phase);
        entered.push(room.key);
      }
      for (const [kind, times] of tokens) {
        sleep = Math.min(sleep, untilNextPhase(times, now, kind) ?? Infinity);
      }
    }
    this.alarm.set(sleep);
    entered.filter(key => !isRedrawn(key)).forEach(key => this.changed.fire(key));
  }
}

function tokensOf({ record }: Room): readonly (readonly [TokenKind, TokenTimes])[] {
  return [
    ...(record.clientToken ? [['client', record.clientToken] as const] : []),
    ...(record.refreshToken ? [['refresh', record.refreshToken] as const] : []),
  ];
}
