import type { Disposable } from '../emitter';
import type { Clock } from '../time/clock';
import { originOf } from './apiBaseUrl';
import type { HttpTransport } from './httpTransport';
import type { TrustedOrigins } from './trustedOrigins';

/** A connection that nobody has used for so long is closed, in milliseconds. */
const longestWait = 30_000;

/** The connection that one user of the API has ready, to one origin at a time. */
export interface ConnectionAhead extends Disposable {
  /**
   * Has a connection to an API open for the next 30 s, and none to another one. None at all, when told
   * no API, or one that secrets may not be sent to.
   */
  to(baseUrl: string | undefined): void;
}

/**
 * Opens connections before a request is made, while the user still answers a prompt: the request then
 * takes one round trip. Only to origins that the user trusts already.
 */
export class ConnectionsAhead implements Disposable {
  private readonly held = new Set<HeldConnection>();
  private readonly subscription: Disposable;

  constructor(
    private readonly transport: Pick<HttpTransport, 'prepare'>,
    private readonly origins: TrustedOrigins,
    private readonly clock: Clock,
  ) {
    this.subscription = origins.onDidChange(() => this.held.forEach(each => each.checkTrust()));
  }

  /** Gives out the means to have a connection ready, until it is disposed of. */
  hold(): ConnectionAhead {
    const held = new HeldConnection(this.transport, this.origins, this.clock, () =>
      this.held.delete(held),
    );
    this.held.add(held);
    return held;
  }

  /** Does something that may want a connection; what was not used is closed after it. */
  async during<T>(work: (ahead: ConnectionAhead) => Promise<T>): Promise<T> {
    const held = this.hold();
    try {
      return await work(held);
    } finally {
      held.dispose();
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.held.forEach(held => held.dispose());
  }
}

class HeldConnection implements ConnectionAhead {
  private current:
    | { readonly baseUrl: string; readonly abort: AbortController; readonly timer: Disposable }
    | undefined;

  constructor(
    private readonly transport: Pick<HttpTransport, 'prepare'>,
    private readonly origins: TrustedOrigins,
    private readonly clock: Clock,
    private readonly onDispose: () => void,
  ) {}

  to(baseUrl: string | undefined): void {
    if (baseUrl === undefined || !this.origins.isTrusted(baseUrl)) {
      this.close();
      return;
    }
    if (this.current && originOf(this.current.baseUrl) !== originOf(baseUrl)) {
      this.close();
    }
    this.current?.timer.dispose();
    const abort = this.current?.abort ?? new AbortController();
    const timer = this.clock.schedule(longestWait, () => this.close());
    this.current = { baseUrl, abort, timer };
    this.transport.prepare(baseUrl, abort.signal);
  }

  checkTrust(): void {
    if (this.current && !this.origins.isTrusted(this.current.baseUrl)) {
      this.close();
    }
  }

  dispose(): void {
    this.close();
    this.onDispose();
  }

  private close(): void {
    this.current?.timer.dispose();
    this.current?.abort.abort();
    this.current = undefined;
  }
}
