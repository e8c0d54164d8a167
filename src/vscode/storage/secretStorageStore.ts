import type { SecretStorage } from 'vscode';
import type { SecretStore } from '../../core/secrets/secretStore';

/** The core's secret store over VS Code's SecretStorage. */
export function secretStorageStore(storage: SecretStorage): SecretStore {
  return {
    get: async key => storage.get(key),
    store: async (key, value) => storage.store(key, value),
    delete: async key => storage.delete(key),
    async keys() {
      try {
        const keys: unknown = await storage.keys();
        return Array.isArray(keys) ? keys.filter(key => typeof key === 'string') : undefined;
      } catch {
        // A web host may bring a provider of its own that cannot list.
        return undefined;
      }
    },
    onDidChange: listener => storage.onDidChange(({ key }) => listener(key)),
  };
}
