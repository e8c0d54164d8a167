// Deep imports: undici's index installs its own agent as the process's global dispatcher, which
// every other extension's fetch would then go through.
import request from 'undici/lib/api/api-request.js';
import buildConnector from 'undici/lib/core/connect.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import type { HttpRequest, HttpTransport } from '../core/api/httpTransport';
import { untilCancelled } from '../core/untilCancelled';
import type { Attempt } from './attempt';
import { failedAttempt } from './failedAttempt';
import { readCapped } from './readCapped';
import { defaultLimits, type TransportLimits } from './transportLimits';

/**
 * HTTP through undici with a dispatcher of its own: straight to the host, whatever proxies are set.
 * Trusts Node's own certificate authorities and those of `NODE_EXTRA_CA_CERTS`. Has no time limit but
 * the one for connecting.
 */
export class UndiciTransport implements HttpTransport {
  private readonly dispatcher: Agent;
  /** Errors of connections that never came about. */
  private readonly connectErrors = new WeakSet<Error>();

  constructor(private readonly limits: TransportLimits = defaultLimits) {
    // Said explicitly, because NODE_TLS_REJECT_UNAUTHORIZED=0 is for what doesn't say it.
    const connect = buildConnector({ timeout: limits.connect, rejectUnauthorized: true });
    this.dispatcher = new Agent({
      connect: (options, callback) =>
        connect(options, (...result) => {
          const [error] = result;
          if (error !== null) {
            this.connectErrors.add(error);
          }
          callback(...result);
        }),
    });
  }

  async send(call: HttpRequest, signal: AbortSignal): Promise<Attempt> {
    const { origin, pathname, search } = new URL(call.url);
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
      const beforeSending = error instanceof Error && this.connectErrors.has(error);
      return failedAttempt(error, signal, beforeSending);
    }
  }

  /** Closes the connections that are kept for the next call. */
  close(): Promise<void> {
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
