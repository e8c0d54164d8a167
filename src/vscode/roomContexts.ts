import type { Room } from '../core/rooms/room';
import type { ApiKeys } from '../core/secrets/apiKeys';
import type { ServerClocks } from '../core/time/serverClocks';
import type { RoomContext } from '../display/roomContext';
import type { LazyServices } from './services';
import type { PinnedRoom } from './statusBar/pinnedRoom';

/** Collects what rows, status bar and picks show of a room beside the room itself. */
export class RoomContexts {
  constructor(
    private readonly clocks: ServerClocks,
    private readonly apiKeys: ApiKeys,
    private readonly pinned: PinnedRoom,
    private readonly services: Pick<LazyServices, 'loaded'>,
  ) {}

  readonly now = ({ record }: Room): number => this.clocks.now(record.baseUrl);

  readonly of = (room: Room): RoomContext => {
    const { baseUrl } = room.record;
    const nextRefreshAt = this.services.loaded?.autoRefresh.nextAt(room);
    return {
      now: this.clocks.now(baseUrl),
      clockOffset: this.clocks.offset(baseUrl),
      ...(nextRefreshAt !== undefined && { nextRefreshAt }),
      hasApiKey: this.apiKeys.has(baseUrl),
      pinned: this.pinned.key === room.key,
    };
  };
}
