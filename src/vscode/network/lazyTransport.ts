import type { HttpOutcome, HttpRequest, HttpTransport } from '../../core/api/httpTransport';
import type { Logger } from '../../core/logger';
import type { NetworkSettings } from '../../net/networkSettings';
import type { NetworkTransport } from '../../net/networkTransport';

/** The HTTP transport, in a bundle of its own that is loaded at the first request. */
export class LazyTransport implements HttpTransport {
  private loading: Promise<NetworkTransport> | undefined;

  constructor(
    private readonly settings: () => NetworkSettings,
    private readonly logger: Logger,
  ) {}

  async send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> {
    this.loading ??= this.load().catch((error: unknown) => {
      // A load that failed is tried again with the next request.
      this.loading = undefined;
      throw error;
    });
    const transport = await this.loading;
    return transport.send(request, signal);
  }

  dispose(): void {
    void this.loading?.then(
      transport => transport.close(),
      () => undefined,
    );
    this.loading = undefined;
  }

  private async load(): Promise<NetworkTransport> {
    const { NetworkTransport } = await import('../../net/networkTransport');
    return new NetworkTransport(this.settings, this.logger);
  }
}
