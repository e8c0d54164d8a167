import type { HttpOutcome, HttpRequest, HttpTransport } from '../core/api/httpTransport';
import type { UndiciTransport } from '../net/undiciTransport';

/** The HTTP transport, in a bundle of its own that is loaded at the first request. */
export class LazyTransport implements HttpTransport {
  private loading: Promise<UndiciTransport> | undefined;

  async send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> {
    this.loading ??= load().catch((error: unknown) => {
      // A load that failed is tried again with the next request.
      this.loading = undefined;
      throw error;
    });
    const transport = await this.loading;
    return transport.send(request, signal);
  }

  dispose(): void {
    void this.loading?.then(transport => transport.close());
    this.loading = undefined;
  }
}

async function load(): Promise<UndiciTransport> {
  const { UndiciTransport } = await import('../net/undiciTransport');
  return new UndiciTransport();
}
