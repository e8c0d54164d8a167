import { Emitter } from '../emitter';
import type { TokenKind } from '../tokens/tokenKind';
import type { Room, RoomActivity, RoomRecord } from './room';
import { roomKey } from './roomIdentity';
import type { RoomRecords } from './roomRecords';

const idle: RoomActivity = { kind: 'idle' };

/** What changed: one room, or which rooms there are. */
export type RoomChange =
  { readonly kind: 'room'; readonly key: string } | { readonly kind: 'list' };

/** The rooms of this window. Views read; only `RoomTokens` writes. */
export interface RoomView {
  all(): readonly Room[];
  get(key: string): Room | undefined;
  readonly onDidChange: (listener: (change: RoomChange) => void) => { dispose(): void };
}

/** The one owner of what this window knows of its rooms, and of writing their records down. */
export class RoomList implements RoomView {
  private readonly rooms = new Map<string, Room>();
  private readonly changed = new Emitter<RoomChange>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly records: RoomRecords) {
    for (const record of records.load()) {
      const key = roomKey(record);
      this.rooms.set(key, { key, record, activity: idle, lost: [] });
    }
  }

  /** Real rooms first, then by name or id, so that rows stay where they are. */
  all(): readonly Room[] {
    return [...this.rooms.values()].sort(
      (one, other) =>
        Number(one.record.sandbox) - Number(other.record.sandbox) ||
        title(one).localeCompare(title(other)),
    );
  }

  get(key: string): Room | undefined {
    return this.rooms.get(key);
  }

  /** Adds a room or replaces its record, forgetting what was lost or failed before, and saves it. */
  async put(record: RoomRecord): Promise<Room> {
    const room = this.set(record);
    await this.records.save(record);
    return room;
  }

  /**
   * Shows a record that another window has saved, and which of its tokens are lost; nothing happens
   * when that is already shown. A refresh that is under way in this window goes on.
   */
  show(record: RoomRecord, lost: readonly TokenKind[]): void {
    const known = this.rooms.get(roomKey(record));
    if (known === undefined || !sameRecord(known.record, record) || !sameKinds(known.lost, lost)) {
      this.set(record, known?.activity.kind === 'refreshing' ? known.activity : idle, lost);
    }
  }

  /** Shows a saved record of a room that this window does not know yet. */
  showIfNew(record: RoomRecord): void {
    if (!this.rooms.has(roomKey(record))) {
      this.set(record);
    }
  }

  setActivity(key: string, activity: RoomActivity): void {
    this.replace(key, { activity });
  }

  setLost(key: string, lost: readonly TokenKind[]): void {
    if (!sameKinds(this.rooms.get(key)?.lost ?? [], lost)) {
      this.replace(key, { lost });
    }
  }

  async remove(key: string): Promise<void> {
    this.drop(key);
    await this.records.remove(key);
  }

  /** Removes every room, and every record whatever it holds. */
  async clear(): Promise<void> {
    this.rooms.clear();
    this.changed.fire({ kind: 'list' });
    await this.records.clear();
  }

  /** Stops showing a room whose record is gone. */
  drop(key: string): void {
    if (this.rooms.delete(key)) {
      this.changed.fire({ kind: 'list' });
    }
  }

  private set(
    record: RoomRecord,
    activity: RoomActivity = idle,
    lost: readonly TokenKind[] = [],
  ): Room {
    const room = { key: roomKey(record), record, activity, lost };
    const isNew = !this.rooms.has(room.key);
    this.rooms.set(room.key, room);
    this.changed.fire(isNew ? { kind: 'list' } : { kind: 'room', key: room.key });
    return room;
  }

  private replace(key: string, change: Partial<Pick<Room, 'activity' | 'lost'>>): void {
    const room = this.rooms.get(key);
    if (room !== undefined) {
      this.rooms.set(key, { ...room, ...change });
      this.changed.fire({ kind: 'room', key });
    }
  }
}

function sameKinds(one: readonly TokenKind[], other: readonly TokenKind[]): boolean {
  return one.length === other.length && one.every(kind => other.includes(kind));
}

function sameRecord(one: RoomRecord, other: RoomRecord): boolean {
  return canonical(one) === canonical(other);
}

/** The record's text with its members in a fixed order. */
function canonical(record: RoomRecord): string {
  return JSON.stringify(record, (_name, value: unknown) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

function title(room: Room): string {
  return room.record.name ?? room.record.id;
}
