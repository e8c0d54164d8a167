import { join } from 'node:path';
import { env } from 'node:process';
import type { HttpTransport } from '../../../src/core/api/httpTransport';
import { checkAnswer, loadFile, refreshRequest, type Client } from './client';
import type { ClientTarget } from './clientJobs';

/** What the bench uses of dist/http.js. */
interface HttpChunk {
  readonly NetworkTransport: new (
    settings: () => object,
    logger: { info(line: string): void; warn(line: string): void },
  ) => BuiltTransport;
}

interface BuiltTransport extends HttpTransport {
  close(): Promise<void>;
}

const settings = {
  network: 'auto',
  proxy: '',
  noProxy: [],
  proxySupport: 'override',
  environment: env,
};

const quiet = { info: () => undefined, warn: () => undefined };

/** Loads what a window has long loaded when it sends its first request. */
export function loadWhatComesBefore({ distFolder }: ClientTarget): void {
  loadFile(join(distFolder, 'services.js'));
}

/** The transport of the built extension, as `LazyTransport` loads it. */
export function openExtensionClient({ distFolder, origin }: ClientTarget): Client {
  const { NetworkTransport } = loadFile(join(distFolder, 'http.js')) as HttpChunk;
  const transport = new NetworkTransport(() => settings, quiet);
  const request = refreshRequest(origin);
  const { signal } = new AbortController();
  return {
    async refresh() {
      const outcome = await transport.send(request, signal);
      if (!outcome.ok) {
        throw new Error(
          `The extension's transport failed: ${outcome.systemCode ?? outcome.failure}`,
        );
      }
      checkAnswer(outcome.answer.status, outcome.answer.body);
    },
    openAhead: () => transport.prepare(request.url, signal),
    close: () => transport.close(),
  };
}
