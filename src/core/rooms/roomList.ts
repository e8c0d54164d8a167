import type { AutoRefreshState } from '../autoRefresh/autoRefreshState';
import { Emitter } from '../emitter';
import type { TokenKind } from '../tokens/tokenKind';
import { choicesOf, type Room, type RoomActivity, type RoomRecord } from './room';
import { roomKey } from './roomIdentity';
import type { RoomRecords } from './roomRecords';
import { sameAutoRefresh, sameKinds, sameRecord } from './sameRoom';

const idle: RoomActivity = { kind: 'idle' };
const off: AutoRefreshState = { kind: 'off' };

/** What changed: one room; or which rooms there are, or several of them at once. */
export type RoomChange =
  { readonly kind: 'room'; readonly key: string } | { readonly kind: 'list' };

/** The rooms of this window, for those that only read. */
export interface RoomView {
  all(): readonly Room[];
  get(key: string): Room | undefined;
  readonly onDidChange: (listener: (change: RoomChange) => void) => { dispose(): void };
}

/** The one owner of what this window knows of its rooms, and of writing their records down. */
export class RoomList implements RoomView {
  private known: Map<string, Room> | undefined;
  /** By key, how often this window changed a room, or dropped it. */
  private readonly changes = new Map<string, number>();
  /** The keys in the order of `all`; undefined when it has to be made anew. */
  private order: readonly string[] | undefined;
  private readonly changed = new Emitter<RoomChange>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly records: RoomRecords) {}

  /** The rooms by key, read when somebody first looks: a start with many would wait for it. */
  private get rooms(): Map<string, Room> {
    return (this.known ??= new Map(
      this.records.load().map(record => {
        const key = roomKey(record);
        return [key, { key, record, activity: idle, autoRefresh: off, lost: [] }];
      }),
    ));
  }

  /** Real rooms first, then by name or id, so that rows stay where they are. */
  all(): readonly Room[] {
    this.order ??= [...this.rooms.values()].sort(byPlace).map(({ key }) => key);
    return this.order.map(key => this.rooms.get(key)).filter(room => room !== undefined);
  }

  get(key: string): Room | undefined {
    return this.rooms.get(key);
  }

  /** How often this window changed a room: for whoever reads for a while what is to be shown of it. */
  changesOf(key: string): number {
    return this.changes.get(key) ?? 0;
  }

  /** A room's record with the choices that another window may have changed: what a write starts from. */
  current(key: string): RoomRecord | undefined {
    const shown = this.rooms.get(key)?.record;
    const saved = this.records.find(key);
    if (shown === undefined || saved === undefined) {
      return shown ?? saved;
    }
    return withChoices(shown, saved);
  }

  /** Adds a room or replaces its record, forgetting what was lost or failed before, and saves it. */
  async put(record: RoomRecord): Promise<Room> {
    const room = this.set(record);
    await this.records.save(record);
    return room;
  }

  /** Changes a room's record, and nothing else of the room, and saves it. */
  async amend(key: string, change: (record: RoomRecord) => RoomRecord): Promise<void> {
    const known = this.current(key);
    if (known !== undefined) {
      const record = change(known);
      this.replace(key, { record });
      await this.records.save(record);
    }
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

  /** Shows a room as it was last saved: its choices, or all of a room that was not known yet. */
  showSaved(saved: RoomRecord): void {
    const key = roomKey(saved);
    const known = this.rooms.get(key);
    if (known === undefined) {
      this.set(saved);
    } else if (
      known.record.givenName !== saved.givenName ||
      known.record.autoRefresh !== saved.autoRefresh
    ) {
      this.replace(key, { record: withChoices(known.record, saved) });
    }
  }

  setActivity(key: string, activity: RoomActivity): void {
    this.replace(key, { activity });
  }

  setAutoRefresh(key: string, autoRefresh: AutoRefreshState): void {
    this.setAllAutoRefresh(new Map([[key, autoRefresh]]));
  }

  /** The states of several rooms, by key: one change at most, for as many rooms as there are. */
  setAllAutoRefresh(states: ReadonlyMap<string, AutoRefreshState>): void {
    const changed: string[] = [];
    for (const [key, autoRefresh] of states) {
      const room = this.rooms.get(key);
      if (room !== undefined && !sameAutoRefresh(room.autoRefresh, autoRefresh)) {
        this.keep({ ...room, autoRefresh });
        changed.push(key);
      }
    }
    const [key] = changed;
    if (key !== undefined) {
      this.changed.fire(changed.length === 1 ? { kind: 'room', key } : { kind: 'list' });
    }
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
    this.order = undefined;
    this.changed.fire({ kind: 'list' });
    await this.records.clear();
  }

  /** Stops showing a room whose record is gone. */
  drop(key: string): void {
    this.countChange(key);
    if (this.rooms.delete(key)) {
      this.order = undefined;
      this.changed.fire({ kind: 'list' });
    }
  }

  private set(
    record: RoomRecord,
    activity: RoomActivity = idle,
    lost: readonly TokenKind[] = [],
  ): Room {
    const key = roomKey(record);
    const known = this.rooms.get(key);
    const room = { key, record, activity, autoRefresh: known?.autoRefresh ?? off, lost };
    this.keep(room);
    this.changed.fire(known === undefined ? { kind: 'list' } : { kind: 'room', key });
    return room;
  }

  private replace(key: string, change: Partial<Omit<Room, 'key'>>): void {
    const room = this.rooms.get(key);
    if (room !== undefined) {
      this.keep({ ...room, ...change });
      this.changed.fire({ kind: 'room', key });
    }
  }

  private keep(room: Room): void {
    const known = this.rooms.get(room.key);
    this.rooms.set(room.key, room);
    if (known?.record !== room.record) {
      this.countChange(room.key);
    }
    if (known === undefined || byPlace(known, room) !== 0) {
      this.order = undefined;
    }
  }

  private countChange(key: string): void {
    this.changes.set(key, this.changesOf(key) + 1);
  }
}

/** A record with the choices of another. */
function withChoices(record: RoomRecord, saved: RoomRecord): RoomRecord {
  const { givenName, autoRefresh, ...others } = record;
  return { ...others, ...choicesOf(saved) };
}

function byPlace({ record: one }: Room, { record: other }: Room): number {
  return Number(one.sandbox) - Number(other.sandbox) || title(one).localeCompare(title(other));
}

function title({ name, givenName, id }: RoomRecord): string {
  return name ?? givenName ?? id;
}
