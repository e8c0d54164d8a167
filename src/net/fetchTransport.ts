import { env } from 'node:process';
import type { HttpRequest, HttpTransport } from '../core/api/httpTransport';
import type { Attempt } from './attempt';
import { failedAttempt } from './failedAttempt';
import { readCapped } from './readCapped';
import { defaultLimits, type TransportLimits } from './transportLimits';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** VS Code patches the global one, and may do so late. */
const hostFetch: Fetch = (url, init) => globalThis.fetch(url, init);

/**
 * HTTP through the host's `fetch`, which in VS Code's extension host goes through the proxy of its
 * settings, of the environment or of a PAC file, and trusts the certificates of the system. It is
 * given no dispatcher: VS Code would put its own in place. Has no time limit of its own.
 */
export class FetchTransport implements Pick<HttpTransport, 'send'> {
  constructor(
    private readonly limits: Pick<TransportLimits, 'answer'> = defaultLimits,
    private readonly fetch: Fetch = hostFetch,
  ) {}

  async send({ url, method, headers, body }: HttpRequest, signal: AbortSignal): Promise<Attempt> {
    if (trustsAnybody() && url.startsWith('https:')) {
      return {
        ok: false,
        failure: 'certificate',
        systemCode: 'NODE_TLS_REJECT_UNAUTHORIZED',
        unsent: true,
      };
    }
    try {
      const response = await this.fetch(url, {
        method,
        headers,
        signal,
        redirect: 'manual',
        ...(body !== undefined && { body }),
      });
      const text = await readCapped(response.body ?? noBody(), this.limits.answer);
      return text === undefined
        ? { ok: false, failure: 'tooLarge', unsent: false }
        : {
            ok: true,
            answer: {
              status: response.status,
              headers: Object.fromEntries(response.headers),
              body: text,
            },
          };
    } catch (error) {
      return failedAttempt(error, signal);
    }
  }
}

/** With this in the environment Node takes any certificate, and `fetch` can't be told otherwise. */
function trustsAnybody(): boolean {
  return env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0';
}

async function* noBody(): AsyncGenerator<Uint8Array> {
  // An answer without a body, as to 204.
}
