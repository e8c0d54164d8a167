import { join } from 'node:path';
import type { SecretStore } from '../../../src/core/secrets/secretStore';
import type { StateStore } from '../../../src/core/state/stateStore';
import { TextFolder } from './textFolder';

/** What the windows of a user share, below a folder. */
export interface SharedStores {
  readonly secretStore: SecretStore;
  readonly state: StateStore;
}

/**
 * Stores that processes share. No event ever tells of another window's change, which is the worst that
 * VS Code may do: a window learns of it only by reading again.
 */
export function sharedStores(folder: string): SharedStores {
  const secrets = new TextFolder(join(folder, 'secrets'));
  const state = new TextFolder(join(folder, 'state'));
  return {
    secretStore: {
      get: key => later(() => secrets.read(key)),
      store: (key, value) => later(() => secrets.write(key, value)),
      delete: key => later(() => secrets.write(key, undefined)),
      keys: () => later(() => secrets.keys()),
      onDidChange: () => ({ dispose: () => undefined }),
    },
    state: {
      get: key => parse(state.read(key)),
      update: (key, value) =>
        later(() => state.write(key, value === undefined ? undefined : JSON.stringify(value))),
      keys: () => state.keys(),
    },
  };
}

/** Answers as a store in another process does: not before the caller has gone on. */
async function later<T>(work: () => T): Promise<T> {
  await new Promise(resolve => setImmediate(resolve));
  return work();
}

function parse(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}
