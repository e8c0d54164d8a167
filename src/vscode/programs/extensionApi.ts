import { EventEmitter, type Disposable } from 'vscode';
import { ProgramError } from '../../core/programs/programError';
import type { TelnyxRooms, TelnyxRoomTokens } from '../../core/programs/telnyxRooms';
import type { RoomView } from '../../core/rooms/roomList';
import { namedRoom } from '../../display/programs/namedRoom';
import { publicRoom } from '../../display/programs/publicRoom';
import { PublicRooms } from '../../display/programs/publicRooms';
import type { ProgramServices } from './refreshForProgram';

type ApiServices = Omit<ProgramServices, 'rooms'> & { readonly rooms: RoomView };

/** What other extensions get of this one. Rooms are looked at only once one of them has asked. */
export class ExtensionApi implements Disposable {
  // VS Code's own, so that a listener that throws harms nobody but itself.
  private readonly changed = new EventEmitter<void>();
  private rooms: PublicRooms | undefined;
  private api: TelnyxRooms | undefined;

  constructor(private readonly services: ApiServices) {}

  /** What `activate` answers. */
  readonly exports: TelnyxRoomTokens = Object.freeze({
    getApi: (version: unknown) => {
      if (version !== 1) {
        throw new ProgramError(
          'unknownVersion',
          'This version of Telnyx Room Tokens has the API 1 only. Update the extension that asks for another one, or this one.',
        );
      }
      return (this.api ??= this.createApi());
    },
  });

  dispose(): void {
    this.rooms?.dispose();
    this.changed.dispose();
  }

  private createApi(): TelnyxRooms {
    const rooms = new PublicRooms(this.services.rooms, () => this.changed.fire());
    this.rooms = rooms;
    return Object.freeze<TelnyxRooms>({
      version: 1,
      getRooms: () => rooms.all(),
      onDidChangeRooms: this.changed.event,
      refresh: async (roomId: unknown, apiOrigin?: unknown) => {
        const room = namedRoom(this.services.rooms.all(), roomId, apiOrigin);
        const { signal } = new AbortController();
        const { refreshForProgram } = await import('./refreshForProgram');
        return publicRoom(await refreshForProgram(this.services, room, signal));
      },
    });
  }
}
