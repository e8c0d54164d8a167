import type { TelnyxRoom } from '../../core/programs/telnyxRooms';
import type { RoomView } from '../../core/rooms/roomList';
import { publicRoom } from './publicRoom';

/** What other extensions see of the rooms, made anew only when they would see a change. */
export class PublicRooms {
  private seen: readonly TelnyxRoom[] = Object.freeze([]);
  private text = '';
  private readonly subscription: { dispose(): void };

  /** @param changed is called when `all` answers something else. */
  constructor(
    private readonly rooms: Pick<RoomView, 'all' | 'onDidChange'>,
    changed: () => void,
  ) {
    this.look();
    this.subscription = rooms.onDidChange(() => {
      if (this.look()) {
        changed();
      }
    });
  }

  all(): readonly TelnyxRoom[] {
    return this.seen;
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private look(): boolean {
    const rooms = this.rooms.all().map(publicRoom);
    const text = JSON.stringify(rooms);
    if (text === this.text) {
      return false;
    }
    this.text = text;
    this.seen = Object.freeze(rooms);
    return true;
  }
}
