import type { RoomIdentity } from './roomIdentity';

/** What goes with a request that nobody asked for just now. */
export interface Schedule {
  /** Whether it is still wanted: asked once no other window is at work on the room. */
  isWanted(): boolean;
  /** Hears what it failed with, before another window may go to work on the room. Never rejects. */
  failed(error: unknown): Promise<void>;
}

/** What a refresh needs. */
export interface RefreshRequest {
  readonly room: RoomIdentity;
  /** 10 to 3600. */
  readonly ttlSeconds: number;
  /** One that the user has just entered; otherwise the stored one is used. */
  readonly refreshToken?: string;
  /** Only when the user asked to try with it. */
  readonly apiKey?: string;
  /** With this, any token that is not due will do, whatever its TTL. */
  readonly scheduled?: Schedule;
}

/** What a new pair of tokens needs. */
export interface GenerateRequest {
  readonly room: RoomIdentity;
  /** 10 to 3600. */
  readonly ttlSeconds: number;
  /** 60 to 86400. */
  readonly refreshTtlSeconds: number;
  readonly apiKey: string;
  /** With this, a pair that another window has made meanwhile will do. */
  readonly scheduled?: Schedule;
}
