/** So long after a certificate was checked is it not asked for again, in milliseconds. */
const longestLife = 60 * 60 * 1000;

/** Requests go to an API or two; whoever changes the setting again and again gets no more. */
const mostOrigins = 16;

/** What a `TLSSocket` tells of its session. */
export interface SessionSource {
  on(event: 'session', tell: (session: Buffer) => void): unknown;
  isSessionReused(): boolean;
}

interface KeptSession {
  readonly session: Buffer;
  /** When the server last showed its certificate. A resumed connection shows none. */
  readonly checkedAt: number;
}

/**
 * The newest TLS session of each origin, with which the next connection there takes a shorter
 * handshake. undici's own cache loses them to the garbage collector. They end with the process, and
 * Node tells of them only once it has taken the certificate for good.
 */
export class TlsSessions {
  private readonly kept = new Map<string, KeptSession>();

  /** @param now in milliseconds, from any fixed moment */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** What a new connection to an origin may resume. */
  of(origin: string): Buffer | undefined {
    const kept = this.kept.get(origin);
    return kept && this.now() - kept.checkedAt < longestLife ? kept.session : undefined;
  }

  /** Keeps what comes on a connection to an origin. */
  keepFrom(socket: SessionSource, origin: string): void {
    socket.on('session', session => {
      const resumed = socket.isSessionReused() ? this.kept.get(origin) : undefined;
      this.kept.delete(origin);
      this.kept.set(origin, { session, checkedAt: resumed?.checkedAt ?? this.now() });
      const [oldest] = this.kept.keys();
      if (this.kept.size > mostOrigins && oldest !== undefined) {
        this.kept.delete(oldest);
      }
    });
  }

  /** Forgets the session of an origin that could not be connected to: it may be why. */
  forget(origin: string): void {
    this.kept.delete(origin);
  }
}
