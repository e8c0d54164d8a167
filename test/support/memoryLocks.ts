import type { ReleaseLock, RoomLocks } from '../../src/core/locks/roomLocks';

/** A place in the queue for a room's lock; the first in the queue holds it. */
interface Turn {
  begin(): void;
}

/** The locks that all windows share, in memory: whoever asked first gets it first. */
export class MemoryLocks {
  private readonly queues = new Map<string, Turn[]>();

  /** The locks as one window sees them. */
  window(): RoomLocks {
    return { acquire: (roomKey, signal) => this.acquire(roomKey, signal) };
  }

  /** How many hold the room's lock or wait for it. */
  queued(roomKey: string): number {
    return this.queue(roomKey).length;
  }

  /** Gives the lock to the next one although it was not released, as when its holder was killed. */
  expire(roomKey: string): void {
    const [holder] = this.queue(roomKey);
    if (holder === undefined) {
      throw new Error(`Nobody holds the lock of ${roomKey}.`);
    }
    this.leave(roomKey, holder);
  }

  /** The same for every lock that is held. */
  expireAll(): void {
    [...this.queues].filter(([, queue]) => queue.length > 0).forEach(([key]) => this.expire(key));
  }

  private acquire(roomKey: string, signal: AbortSignal): Promise<ReleaseLock | undefined> {
    if (signal.aborted) {
      return Promise.resolve(undefined);
    }
    return new Promise(resolve => {
      const cancel = () => {
        this.leave(roomKey, turn);
        resolve(undefined);
      };
      const release = () => {
        this.leave(roomKey, turn);
        return Promise.resolve();
      };
      const turn: Turn = {
        begin() {
          signal.removeEventListener('abort', cancel);
          resolve(release);
        },
      };
      signal.addEventListener('abort', cancel, { once: true });
      const queue = this.queue(roomKey);
      if (queue.push(turn) === 1) {
        turn.begin();
      }
    });
  }

  /** Does nothing for a turn that is over. */
  private leave(roomKey: string, turn: Turn): void {
    const queue = this.queue(roomKey);
    const place = queue.indexOf(turn);
    if (place === -1) {
      return;
    }
    queue.splice(place, 1);
    if (place === 0) {
      queue[0]?.begin();
    }
  }

  private queue(roomKey: string): Turn[] {
    const queue = this.queues.get(roomKey) ?? [];
    this.queues.set(roomKey, queue);
    return queue;
  }
}
