import type {
  HttpAnswer,
  HttpOutcome,
  HttpRequest,
  HttpTransport,
  TransportFailure,
} from '../../src/core/api/httpTransport';

type Step = (signal: AbortSignal) => HttpOutcome | Promise<HttpOutcome>;

/** Answers a request; undefined for one that is not expected. */
type Responder = (
  request: HttpRequest,
  signal: AbortSignal,
) => HttpOutcome | Promise<HttpOutcome> | undefined;

/** An answer that stays out until the test gives it, or until the request is aborted. */
export interface HeldAnswer {
  /** Resolves when the request has been sent. */
  readonly sent: Promise<unknown>;
  answer(status: number, body: unknown): void;
}

/**
 * A transport that answers by plan, one step per request, and records what was sent. A request that
 * nobody planned rejects; {@link verify} fails the test even where that was swallowed.
 */
export class ScriptedTransport implements HttpTransport {
  readonly requests: HttpRequest[] = [];
  /** What was prepared for, oldest first: origins, with the signal that ends each. */
  readonly preparations: { readonly origin: string; readonly signal: AbortSignal }[] = [];
  private readonly plan: Step[] = [];
  private responder: Responder = () => undefined;
  private unplanned = 0;

  /** Plans an answer. An object is sent as JSON, a string as it is. */
  answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): this {
    this.plan.push(() => ({ ok: true, answer: httpAnswer(status, body, headers) }));
    return this;
  }

  /** Plans a request without an answer. */
  fail(failure: TransportFailure, systemCode?: string): this {
    this.plan.push(() => ({ ok: false, failure, ...(systemCode !== undefined && { systemCode }) }));
    return this;
  }

  /** Plans an answer whose moment the test chooses. */
  hold(): HeldAnswer {
    const { promise: sent, resolve: markSent } = withResolvers<undefined>();
    const { promise: held, resolve: settle } = withResolvers<HttpOutcome>();
    this.plan.push(signal => {
      signal.addEventListener('abort', () => settle({ ok: false, failure: 'cancelled' }));
      markSent(undefined);
      return held;
    });
    return {
      sent,
      answer: (status, body) => settle({ ok: true, answer: httpAnswer(status, body) }),
    };
  }

  /** Answers every request that no step is planned for. */
  answerEach(responder: Responder): this {
    this.responder = responder;
    return this;
  }

  async send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> {
    this.requests.push(request);
    const step = this.plan.shift();
    const outcome = step === undefined ? this.responder(request, signal) : step(signal);
    if (outcome === undefined) {
      this.unplanned++;
      throw new Error(`Nobody planned the request ${request.method} ${request.url}.`);
    }
    return signal.aborted ? { ok: false, failure: 'cancelled' } : outcome;
  }

  prepare(url: string, signal: AbortSignal): void {
    this.preparations.push({ origin: new URL(url).origin, signal });
  }

  /** Throws unless exactly what was planned has been requested. */
  verify(): void {
    if (this.unplanned > 0 || this.plan.length > 0) {
      throw new Error(
        `${this.unplanned} requests were not planned, ${this.plan.length} planned answers not asked for.`,
      );
    }
  }
}

function httpAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>(settle => {
    resolve = settle;
  });
  return { promise, resolve };
}
