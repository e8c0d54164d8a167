import type { HttpOutcome, HttpRequest, HttpTransport } from '../../core/api/httpTransport';
import type { Logger } from '../../core/logger';
import type { NetworkSettings } from '../../net/networkSettings';
import type { NetworkTransport } from '../../net/networkTransport';

/** The HTTP transport, in a bundle of its own that is loaded when the first request is made or prepared for. */
export class LazyTransport implements HttpTransport {
  private loading: Promise<NetworkTransport> | undefined;

  constructor(
    private readonly settings: () => NetworkSettings,
    private readonly logger: Logger,
  ) {}

  async send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> {
    const transport = await this.load();
    return transport.send(request, signal);
  }

  /** Loads the bundle too: whoever gets ready has the time for it. */
  prepare(url: string, signal: AbortSignal): void {
    this.load().then(
      transport => transport.prepare(url, signal),
      () => this.logger.warn('The part that sends requests could not be loaded ahead.'),
    );
  }

  dispose(): void {
    void this.loading?.then(
      transport => transport.close(),
      () => undefined,
    );
    this.loading = undefined;
  }

  private load(): Promise<NetworkTransport> {
    this.loading ??= this.create().catch((error: unknown) => {
      // A load that failed is tried again with the next request.
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  private async create(): Promise<NetworkTransport> {
    const { NetworkTransport } = await import('../../net/networkTransport');
    return new NetworkTransport(this.settings, this.logger);
  }
}
