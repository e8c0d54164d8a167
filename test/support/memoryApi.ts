import type { HttpOutcome, HttpRequest, TransportFailure } from '../../src/core/api/httpTransport';
import type { Clock } from '../../src/core/time/clock';
import { rateLimitHeaders, type RateLimit } from '../../src/sandbox/rateLimit';
import { clientToken, refreshToken } from './telnyxTokens';

/** A request for tokens, as the API saw it. */
export interface TokenCall {
  readonly action: 'refresh' | 'generate';
  readonly origin: string;
  readonly roomId: string;
  /** Milliseconds since the epoch, by the machine's clock. */
  readonly at: number;
  readonly authorization: string | undefined;
  readonly ttlSeconds: number;
  readonly refreshTtlSeconds: number;
}

/** What the API does instead of handing out tokens. */
export type Fault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly failure: TransportFailure };

const path = /^\/v2\/rooms\/([^/]+)\/actions\/(refresh_client_token|generate_join_client_token)$/;

/**
 * The token calls of the Rooms API, in memory: hands out tokens of the life that was asked for, by a
 * clock of its own, until it is told to fail. For `ScriptedTransport.answerEach`.
 */
export class MemoryApi {
  /** By how much its clock is ahead of the machine's, in milliseconds. */
  skew = 0;
  /** Whether its answers carry a `Date` header. */
  tellsDate = true;
  /** How long an answer takes, in milliseconds. */
  latency = 0;
  /** Decides on each call whether it fails, and how. */
  fault: (call: TokenCall) => Fault | undefined = () => undefined;

  /** How many calls it takes; without one, as many as come, and its answers tell nothing of it. */
  limit: RateLimit | undefined;
  /** How many calls were above the limit. */
  overLimit = 0;

  readonly calls: TokenCall[] = [];
  /** How many calls were without an answer at the same time, at most. */
  mostOpen = 0;
  private open = 0;
  private issued = 0;

  constructor(private readonly clock: Clock) {}

  /** The time by the API's clock, in milliseconds since the epoch. */
  now(): number {
    return this.clock.now() + this.skew;
  }

  client(roomId: string, ttlSeconds: number): string {
    return clientToken(this.life(ttlSeconds), roomId);
  }

  refresh(roomId: string, ttlSeconds: number): string {
    return refreshToken(this.life(ttlSeconds), roomId);
  }

  /** Answers a request, or leaves one that is no token call to nobody. */
  readonly respond = (
    request: HttpRequest,
    signal: AbortSignal,
  ): Promise<HttpOutcome> | undefined => {
    const call = this.callOf(request);
    if (call === undefined) {
      return undefined;
    }
    this.calls.push(call);
    return this.answer(call, signal);
  };

  private async answer(call: TokenCall, signal: AbortSignal): Promise<HttpOutcome> {
    this.mostOpen = Math.max(this.mostOpen, ++this.open);
    if (this.latency > 0) {
      await new Promise<void>(resolve => {
        const answer = this.clock.schedule(this.latency, resolve);
        signal.addEventListener('abort', () => {
          answer.dispose();
          resolve();
        });
      });
    }
    this.open--;
    return this.outcome(call);
  }

  private outcome(call: TokenCall): HttpOutcome {
    const isOver = this.limit?.admit(this.clock.now()) === false;
    this.overLimit += Number(isOver);
    const fault: Fault | undefined = isOver ? { status: 429 } : this.fault(call);
    if (fault !== undefined && 'failure' in fault) {
      return { ok: false, failure: fault.failure };
    }
    const date = { date: new Date(this.now()).toUTCString() };
    const told = this.limit && rateLimitHeaders(this.limit.state(this.clock.now()));
    const headers = { ...(this.tellsDate && date), ...told, ...fault?.headers };
    const status = fault?.status ?? 201;
    const body = fault ? '' : JSON.stringify({ data: this.tokens(call) });
    return { ok: true, answer: { status, headers, body } };
  }

  private tokens({ action, roomId, ttlSeconds, refreshTtlSeconds }: TokenCall) {
    const refresh = { refresh_token: this.refresh(roomId, refreshTtlSeconds) };
    return { token: this.client(roomId, ttlSeconds), ...(action === 'generate' && refresh) };
  }

  private callOf({ url, headers, body }: HttpRequest): TokenCall | undefined {
    const { origin, pathname } = new URL(url);
    const [, roomId, action] = path.exec(pathname) ?? [];
    const asked = JSON.parse(body ?? '{}') as Readonly<Record<string, unknown>>;
    return roomId === undefined
      ? undefined
      : {
          action: action === 'refresh_client_token' ? 'refresh' : 'generate',
          origin,
          roomId,
          at: this.clock.now(),
          authorization: headers['authorization'],
          ttlSeconds: Number(asked['token_ttl_secs']),
          refreshTtlSeconds: Number(asked['refresh_token_ttl_secs']),
        };
  }

  /** In whole seconds, as claims are; no two tokens are the same. */
  private life(ttlSeconds: number) {
    const iat = Math.floor(this.now() / 1000);
    return { iat, exp: iat + ttlSeconds, jti: String(++this.issued) };
  }
}
