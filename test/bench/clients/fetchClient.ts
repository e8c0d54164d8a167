import { checkAnswer, refreshRequest, type Client } from './client';
import type { ClientTarget } from './clientJobs';

/** The `fetch` of the host; VS Code puts its own in the place of Node's. */
export function openFetchClient({ origin }: ClientTarget): Client {
  const { url, ...init } = refreshRequest(origin);
  return {
    async refresh() {
      const answer = await fetch(url, init);
      checkAnswer(answer.status, await answer.text());
    },
    openAhead: undefined,
    close: () => Promise.resolve(),
  };
}
