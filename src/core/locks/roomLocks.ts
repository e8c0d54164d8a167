/** Lets go of a lock. Never rejects; doing it twice does nothing. */
export type ReleaseLock = () => Promise<void>;

/** One lock per room, or per file with a room's token, shared by all windows of the user on this machine. */
export interface RoomLocks {
  /**
   * Waits until this window holds the room's lock. Answers undefined when the signal was aborted
   * while waiting. Never rejects: where no lock can be had (a read-only disk), it answers a release
   * that does nothing, since a second request is better than none.
   */
  acquire(roomKey: string, signal: AbortSignal): Promise<ReleaseLock | undefined>;
}
