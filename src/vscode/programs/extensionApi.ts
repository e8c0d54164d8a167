import { EventEmitter, type Disposable } from 'vscode';
import { ProgramError } from '../../core/programs/programError';
import type { TelnyxRooms } from '../../core/programs/telnyxRooms';
import type { RoomView } from '../../core/rooms/roomList';
import { publicRoom } from '../../display/programs/publicRoom';
import { PublicRooms } from '../../display/programs/publicRooms';
import type { LazyServices } from '../services';

/** What other extensions get of this one. Rooms are looked at only once one of them has asked. */
export class ExtensionApi implements Disposable {
  // VS Code's own, so that a listener that throws harms nobody but itself.
  private readonly changed = new EventEmitter<void>();
  private seen: PublicRooms | undefined;
  private api: TelnyxRooms | undefined;

  constructor(
    private readonly rooms: RoomView,
    private readonly services: LazyServices,
  ) {}

  /**
   * The one version that there is.
   *
   * @throws {ProgramError} with the code `unknownVersion` for any other.
   */
  getApi(version: unknown): TelnyxRooms {
    if (version !== 1) {
      throw new ProgramError(
        'unknownVersion',
        'This version of Telnyx Room Tokens has the API 1 only. Update the extension that asks for another one, or this one.',
      );
    }
    return (this.api ??= this.createApi());
  }

  dispose(): void {
    this.seen?.dispose();
    this.changed.dispose();
  }

  private createApi(): TelnyxRooms {
    const rooms = new PublicRooms(this.rooms, () => this.changed.fire());
    this.seen = rooms;
    return Object.freeze<TelnyxRooms>({
      version: 1,
      getRooms: () => rooms.all(),
      onDidChangeRooms: this.changed.event,
      refresh: async (roomId: unknown, apiOrigin?: unknown) => {
        const { namedRoom, refreshForProgram } = await import('./refreshForProgram');
        const room = namedRoom(this.rooms.all(), roomId, apiOrigin);
        const { signal } = new AbortController();
        return publicRoom(await refreshForProgram(await this.services.load(), room, signal));
      },
    });
  }
}
