import type { Telnyx } from 'telnyx';
import { call, loadFile, type Client } from './client';
import type { ClientTarget } from './clientJobs';

/** The official SDK, bundled and minified: as it costs an extension the least. */
export function openSdkClient({ origin, peers }: ClientTarget): Client {
  const { Telnyx: Sdk } = loadFile(peers.sdk) as { readonly Telnyx: typeof Telnyx };
  const sdk = new Sdk({ apiKey: 'KEY', baseURL: `${origin}/v2`, maxRetries: 0 });
  return {
    async refresh() {
      const { data } = await sdk.rooms.actions.refreshClientToken(call.roomId, {
        token_ttl_secs: call.ttlSeconds,
        refresh_token: call.refreshToken,
      });
      if (data?.token === undefined) {
        throw new Error('The SDK got no token.');
      }
    },
    openAhead: undefined,
    close: () => Promise.resolve(),
  };
}
