import type { TelnyxRoom } from '../../core/programs/telnyxRooms';
import type { Room } from '../../core/rooms/room';
import type { RoomView } from '../../core/rooms/roomList';
import { publicRoom } from './publicRoom';

/** What other extensions see of a room, and the same as text, to compare. */
interface SeenRoom {
  readonly room: TelnyxRoom;
  readonly text: string;
}

/** What other extensions see of the rooms, made anew only when they would see a change. */
export class PublicRooms {
  /** Rooms are replaced whole when they change, so each is looked at once. */
  private readonly known = new WeakMap<Room, SeenRoom>();
  private seen: readonly SeenRoom[];
  private rooms: readonly TelnyxRoom[];
  private readonly subscription: { dispose(): void };

  /** @param changed is called when `all` answers something else. */
  constructor(
    private readonly view: Pick<RoomView, 'all' | 'onDidChange'>,
    changed: () => void,
  ) {
    this.seen = this.look();
    this.rooms = publicList(this.seen);
    this.subscription = view.onDidChange(() => {
      const seen = this.look();
      if (!isSame(this.seen, seen)) {
        this.seen = seen;
        this.rooms = publicList(seen);
        changed();
      }
    });
  }

  all(): readonly TelnyxRoom[] {
    return this.rooms;
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private look(): readonly SeenRoom[] {
    return this.view.all().map(room => {
      const known = this.known.get(room);
      if (known !== undefined) {
        return known;
      }
      const shown = publicRoom(room);
      const seen = { room: shown, text: JSON.stringify(shown) };
      this.known.set(room, seen);
      return seen;
    });
  }
}

function publicList(seen: readonly SeenRoom[]): readonly TelnyxRoom[] {
  return Object.freeze(seen.map(({ room }) => room));
}

function isSame(before: readonly SeenRoom[], after: readonly SeenRoom[]): boolean {
  return (
    before.length === after.length &&
    before.every((seen, index) => seen === after[index] || seen.text === after[index]?.text)
  );
}
