// Deep imports: undici's index installs its own agent as the process's global dispatcher, which
// every other extension's fetch would then go through.
import Agent from 'undici/lib/dispatcher/agent.js';
import type { HttpRequest, HttpTransport } from '../core/api/httpTransport';
import type { Attempt } from './attempt';
import { Connections } from './connections';
import { exchange } from './exchange';
import { failedAttempt } from './failedAttempt';
import { rehearse } from './rehearse';
import { defaultLimits, type TransportLimits } from './transportLimits';

/** So long a connection that nobody asks for stays open where its server says nothing of that. */
const keepAliveTimeout = 4000;

/**
 * However long its server would keep it, in milliseconds: while it is open, undici wakes up twice a
 * second.
 */
const keepAliveMaxTimeout = 30_000;

/**
 * HTTP through undici with a dispatcher of its own: straight to the host, whatever proxies are set.
 * Trusts Node's own certificate authorities and those of `NODE_EXTRA_CA_CERTS`. Has no time limit but
 * the one for connecting.
 */
export class UndiciTransport implements HttpTransport {
  private readonly connections: Connections;
  private readonly dispatcher: Agent;
  private isRehearsed = false;

  constructor(private readonly limits: TransportLimits = defaultLimits) {
    this.connections = new Connections(limits.connect);
    const { connect } = this.connections;
    this.dispatcher = new Agent({ connect, keepAliveTimeout, keepAliveMaxTimeout });
  }

  async send(call: HttpRequest, signal: AbortSignal): Promise<Attempt> {
    const { origin, pathname, search } = new URL(call.url);
    this.connections.requested(origin);
    this.isRehearsed = true;
    try {
      const request = {
        origin,
        path: pathname + search,
        method: call.method,
        headers: call.headers,
        body: call.body ?? null,
      };
      const answer = await exchange(this.dispatcher, request, this.limits.answer, signal);
      const { body, headers, status } = answer;
      return body === undefined
        ? { ok: false, failure: 'tooLarge', unsent: false }
        : { ok: true, answer: { status, headers, body } };
    } catch (error) {
      return failedAttempt(error, signal, this.connections.isFailure(error));
    }
  }

  /** Has a connection open when the next request to the origin of a URL comes, TLS included. */
  prepare(url: string, signal: AbortSignal): void {
    this.connections.prepare(new URL(url).origin, signal);
    if (!this.isRehearsed) {
      this.isRehearsed = true;
      void rehearse();
    }
  }

  /** Closes the connections that are kept for the next call. */
  close(): Promise<void> {
    this.connections.close();
    return this.dispatcher.destroy();
  }
}
