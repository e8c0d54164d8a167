import type buildConnector from 'undici/lib/core/connect.js';
import type { Dispatcher } from 'undici';
import { checkAnswer, loadFile, refreshRequest, type Client } from './client';
import type { ClientTarget } from './clientJobs';

/** What the bundle of undici's parts exports. */
interface UndiciBundle {
  readonly request: (
    this: Dispatcher,
    options: Dispatcher.RequestOptions,
  ) => Promise<Dispatcher.ResponseData>;
  readonly Agent: new (options: {
    readonly connect: buildConnector.BuildOptions;
  }) => Dispatcher & { destroy(): Promise<void> };
}

/** undici's `request` with an agent as it comes: the parts that the extension's own client is made of. */
export function openUndiciClient({ origin, authority, peers }: ClientTarget): Client {
  const { request, Agent } = loadFile(peers.undici) as UndiciBundle;
  const agent = new Agent({ connect: { ca: authority } });
  const { method, url, headers, body } = refreshRequest(origin);
  const path = new URL(url).pathname;
  return {
    async refresh() {
      const answer = await request.call(agent, { origin, path, method, headers, body });
      checkAnswer(answer.statusCode, await answer.body.text());
    },
    openAhead: undefined,
    close: () => agent.destroy(),
  };
}
