import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';

/** A connection that is being opened. */
export interface Dialling {
  /** Rejects with why there is none. */
  readonly connected: Promise<Socket>;
  /** Gives it up, or closes it. */
  cancel(): void;
}

interface Prepared {
  /** Whoever wants the connection; aborted when it is no longer wanted. */
  readonly owners: Set<AbortSignal>;
  dialling?: Dialling;
}

/**
 * Connections that are open before there is a request, at most one for an origin. What becomes of one
 * that nobody has taken yet is nobody's error: a request then opens its own.
 */
export class SocketsAhead {
  private readonly prepared = new Map<string, Prepared>();
  /** How many connections requests have, or left open for the next one. */
  private readonly used = new Map<string, number>();

  constructor(private readonly dial: (origin: string) => Dialling) {}

  /**
   * Opens a connection and keeps it until it is taken, or until all who wanted it have aborted their
   * signals. Where requests have left one open, it is opened when that is closed.
   */
  prepare(origin: string, signal: AbortSignal): void {
    if (signal.aborted) {
      return;
    }
    const prepared = this.prepared.get(origin) ?? { owners: new Set() };
    this.prepared.set(origin, prepared);
    if (!prepared.owners.has(signal)) {
      prepared.owners.add(signal);
      signal.addEventListener('abort', () => this.leave(origin, prepared, signal), { once: true });
    }
    this.openWhereNeeded(origin, prepared);
  }

  /** The connection to an origin that was opened ahead, if any. Rejects when it does not come about. */
  async take(origin: string): Promise<Socket | undefined> {
    const dialling = this.prepared.get(origin)?.dialling;
    this.prepared.delete(origin);
    const socket = await dialling?.connected;
    if (socket === undefined) {
      return undefined;
    }
    // What has come meanwhile is seen before anything is sent: a server that has closed it, above all.
    await setImmediate();
    socket.off('readable', discard);
    socket.ref();
    return socket.destroyed ? undefined : socket;
  }

  /** A request goes out: where it finds a connection that was left open, none is needed after that. */
  requested(origin: string): void {
    if (this.prepared.get(origin)?.dialling === undefined) {
      this.prepared.delete(origin);
    }
  }

  /** Tells of a connection that requests have. */
  inUse(origin: string, socket: Socket): void {
    this.used.set(origin, (this.used.get(origin) ?? 0) + 1);
    socket.once('close', () => {
      const left = (this.used.get(origin) ?? 1) - 1;
      if (left > 0) {
        this.used.set(origin, left);
        return;
      }
      this.used.delete(origin);
      const prepared = this.prepared.get(origin);
      if (prepared) {
        this.openWhereNeeded(origin, prepared);
      }
    });
  }

  /** Closes all that nobody has taken. */
  close(): void {
    const all = [...this.prepared.values()];
    this.prepared.clear();
    all.forEach(({ dialling }) => dialling?.cancel());
  }

  private openWhereNeeded(origin: string, prepared: Prepared): void {
    if (prepared.dialling !== undefined || this.used.has(origin)) {
      return;
    }
    const dialling = this.dial(origin);
    prepared.dialling = dialling;
    const gone = () => {
      if (prepared.dialling === dialling) {
        delete prepared.dialling;
      }
    };
    dialling.connected.then(socket => {
      socket.unref();
      socket.once('close', gone);
      socket.once('readable', discard);
    }, gone);
  }

  private leave(origin: string, prepared: Prepared, signal: AbortSignal): void {
    prepared.owners.delete(signal);
    if (prepared.owners.size === 0 && this.prepared.get(origin) === prepared) {
      this.prepared.delete(origin);
      prepared.dialling?.cancel();
    }
  }
}

/** Nothing was asked yet, so what can be read is no answer: the end, or what must not be taken for one. */
function discard(this: Socket): void {
  this.destroy();
}
