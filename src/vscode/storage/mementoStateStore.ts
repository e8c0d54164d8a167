import type { Memento } from 'vscode';
import type { StateStore } from '../../core/state/stateStore';

/** The core's plain state over VS Code's `globalState`, or over the `workspaceState` of one workspace. */
export function mementoStateStore(memento: Memento): StateStore {
  return {
    get: key => memento.get(key),
    update: async (key, value) => memento.update(key, value),
    keys: () => memento.keys(),
  };
}
