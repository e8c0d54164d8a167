import { randomUUID } from 'node:crypto';

/** A room as the API shows it. Nobody ever joins a sandbox: a session is there by name only. */
export interface SandboxRoom {
  readonly id: string;
  readonly record_type: 'room';
  /** Unique within the sandbox; null for a room that was created without one. */
  readonly unique_name: string | null;
  readonly max_participants: number;
  readonly enable_recording: boolean;
  readonly active_session_id: string | null;
  readonly sessions: readonly [];
  /** ISO 8601 UTC. */
  readonly created_at: string;
  readonly updated_at: string;
}

/** What may be chosen about a new room. */
export interface NewRoom {
  readonly uniqueName?: string | undefined;
  readonly maxParticipants?: number;
  readonly enableRecording?: boolean;
  /** Whether a session is going on. */
  readonly live?: boolean;
}

/** The rooms of one sandbox, in order of creation. */
export class Rooms {
  readonly #byId = new Map<string, SandboxRoom>();

  /** Creates a room at `now` (ms); undefined when its unique name is taken. */
  create(room: NewRoom, now: number): SandboxRoom | undefined {
    if (room.uniqueName !== undefined && this.list(room.uniqueName).length > 0) {
      return undefined;
    }
    const time = new Date(now).toISOString();
    const created: SandboxRoom = {
      id: randomUUID(),
      record_type: 'room',
      unique_name: room.uniqueName ?? null,
      max_participants: room.maxParticipants ?? 10,
      enable_recording: room.enableRecording ?? false,
      active_session_id: room.live === true ? randomUUID() : null,
      sessions: [],
      created_at: time,
      updated_at: time,
    };
    this.#byId.set(created.id, created);
    return created;
  }

  /** Whether there is a room with this lower-case id. */
  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** All rooms, or the one of a name. */
  list(uniqueName: string | null = null): readonly SandboxRoom[] {
    const rooms = [...this.#byId.values()];
    return uniqueName === null ? rooms : rooms.filter(room => room.unique_name === uniqueName);
  }
}
