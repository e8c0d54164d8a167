import type { HttpOutcome, HttpRequest, HttpTransport } from '../core/api/httpTransport';
import type { Logger } from '../core/logger';
import type { Attempt, FailedAttempt } from './attempt';
import { FetchTransport } from './fetchTransport';
import type { NetworkSettings } from './networkSettings';
import { Routes } from './routes';
import { withTimeLimit } from './timeLimit';
import { defaultCallLimit } from './transportLimits';
import { UndiciTransport } from './undiciTransport';

/** The ways out. Each makes one attempt. */
export interface Transports {
  readonly undici: Pick<UndiciTransport, 'send' | 'prepare' | 'close'>;
  readonly vscode: Pick<FetchTransport, 'send'>;
}

/**
 * HTTP over the transport that gets there. When nothing of a request could be sent over the first
 * one, it goes once over the other; what may have been sent is never sent again.
 */
export class NetworkTransport implements HttpTransport {
  private readonly routes = new Routes();

  constructor(
    private readonly settings: () => NetworkSettings,
    private readonly logger: Logger,
    private readonly timeLimit = defaultCallLimit,
    private readonly transports: Transports = {
      undici: new UndiciTransport(),
      vscode: new FetchTransport(),
    },
  ) {}

  send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> {
    return withTimeLimit(signal, this.timeLimit, limited => this.findWay(request, limited));
  }

  /** Opens a connection where undici goes first. VS Code's way has none that could be opened ahead. */
  prepare(url: string, signal: AbortSignal): void {
    const [first] = this.routes.to(url, this.settings());
    if (first === 'undici') {
      this.transports.undici.prepare(url, signal);
    }
  }

  /** Closes the connections that are kept for the next call. */
  close(): Promise<void> {
    return this.transports.undici.close();
  }

  private async findWay(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> {
    const settings = this.settings();
    const [first, second] = this.routes.to(request.url, settings);
    const attempt = await this.transports[first].send(request, signal);
    if (attempt.ok || !attempt.unsent || second === undefined) {
      return attempt;
    }
    const other = await this.transports[second].send(request, signal);
    if (other.ok) {
      this.routes.remember(request.url, settings, second);
      const { host } = new URL(request.url);
      this.logger.info(
        `${host} is reached by ${second}: ${first} failed with ${attempt.systemCode ?? attempt.failure}.`,
      );
    }
    return moreTelling(attempt, other);
  }
}

/** Of two attempts, the one that tells what happened to the request, or else what to do about it. */
function moreTelling(first: FailedAttempt, second: Attempt): Attempt {
  return second.ok || !second.unsent || (isVague(first) && !isVague(second)) ? second : first;
}

function isVague({ failure }: FailedAttempt): boolean {
  return failure === 'network' || failure === 'timeout';
}
