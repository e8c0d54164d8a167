import type { SecretStore } from '../secrets/secretStore';
import type { StateStore } from '../state/stateStore';
import type { Clock } from '../time/clock';
import { StorageError, type StoreName } from './storageError';

/** A store that has said nothing for so long is not waited for any longer, in milliseconds. */
export const longestStorageWait = 10_000;

/**
 * A secret store that always answers: every call that fails, or hangs as with a locked keyring,
 * rejects with a {@link StorageError}. What hung may still happen later.
 */
export function boundedSecretStore(store: SecretStore, clock: Clock): SecretStore {
  const ask = <T>(call: () => Promise<T>) => answered('secrets', clock, call);
  return {
    get: key => ask(() => store.get(key)),
    store: (key, value) => ask(() => store.store(key, value)),
    delete: key => ask(() => store.delete(key)),
    keys: () => ask(() => store.keys()),
    onDidChange: listener => store.onDidChange(listener),
  };
}

/** The same for plain state. Reading it needs no wait. */
export function boundedStateStore(state: StateStore, clock: Clock): StateStore {
  return {
    get: key => state.get(key),
    keys: () => state.keys(),
    update: (key, value) => answered('state', clock, () => state.update(key, value)),
  };
}

function answered<T>(store: StoreName, clock: Clock, call: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = clock.schedule(longestStorageWait, () =>
      reject(new StorageError(store, 'silent')),
    );
    // Its own words may quote what it was given.
    const refuse = () => reject(new StorageError(store, 'refused'));
    call()
      .then(resolve, refuse)
      .finally(() => timer.dispose());
  });
}
