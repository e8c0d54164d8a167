import type { Client } from './client';
import type { ClientName, ClientTarget } from './clientJobs';

/** Loads the code of a client and makes it. Nothing of it is loaded before. */
export async function openClient(name: ClientName, target: ClientTarget): Promise<Client> {
  switch (name) {
    case 'extension':
      return (await import('./extensionClient')).openExtensionClient(target);
    case 'undici':
      return (await import('./undiciClient')).openUndiciClient(target);
    case 'SDK':
      return (await import('./sdkClient')).openSdkClient(target);
    case 'fetch':
      return (await import('./fetchClient')).openFetchClient(target);
    case 'raw socket':
      return (await import('./rawSocketClient')).openRawSocketClient(target);
  }
}
