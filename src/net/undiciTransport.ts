// Deep imports: undici's index installs its own agent as the process's global dispatcher, which
// every other extension's fetch would then go through.
import request from 'undici/lib/api/api-request.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import type { HttpOutcome, HttpRequest, HttpTransport } from '../core/api/httpTransport';
import { readCapped } from './readCapped';
import { failedOutcome } from './failedOutcome';

/** Limits of a transport: times in milliseconds, sizes in bytes. */
export interface TransportLimits {
  readonly wholeCall: number;
  readonly connect: number;
  readonly answer: number;
}

const defaultLimits: TransportLimits = { wholeCall: 15_000, connect: 10_000, answer: 1024 * 1024 };

/** HTTP through undici with a dispatcher of its own; follows no redirects. */
export class UndiciTransport implements HttpTransport {
  private readonly dispatcher: Agent;

  constructor(private readonly limits: TransportLimits = defaultLimits) {
    this.dispatcher = new Agent({ connect: { timeout: limits.connect } });
  }

  async send(call: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> {
    const deadline = AbortSignal.timeout(this.limits.wholeCall);
    const { origin, pathname, search } = new URL(call.url);
    try {
      const answer = await request.call(this.dispatcher, {
        origin,
        path: pathname + search,
        method: call.method,
        headers: call.headers,
        body: call.body ?? null,
        signal: AbortSignal.any([signal, deadline]),
      });
      const body = await readCapped(answer.body, this.limits.answer);
      return body === undefined
        ? { ok: false, failure: 'tooLarge' }
        : {
            ok: true,
            answer: { status: answer.statusCode, headers: flatten(answer.headers), body },
          };
    } catch (error) {
      return failedOutcome(error, signal, deadline);
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
