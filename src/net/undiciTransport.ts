// Deep imports: undici's index installs its own agent as the process's global dispatcher, which
// every other extension's fetch would then go through.
import request from 'undici/lib/api/api-request.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import type { HttpRequest, HttpTransport } from '../core/api/httpTransport';
import { untilCancelled } from '../core/untilCancelled';
import type { Attempt } from './attempt';
import { Connections } from './connections';
import { failedAttempt } from './failedAttempt';
import { readCapped } from './readCapped';
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
      const asking = request.call(this.dispatcher, {
        origin,
        path: pathname + search,
        method: call.method,
        headers: call.headers,
        body: call.body ?? null,
        signal,
      });
      // As long as it connects, undici itself does not heed the signal; it sends nothing after it.
      const answer = await untilCancelled(asking, signal);
      const body = await readCapped(answer.body, this.limits.answer);
      return body === undefined
        ? { ok: false, failure: 'tooLarge', unsent: false }
        : {
            ok: true,
            answer: { status: answer.statusCode, headers: flatten(answer.headers), body },
          };
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

function flatten(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
