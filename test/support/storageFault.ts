import type { SecretStore } from '../../src/core/secrets/secretStore';
import type { StateStore } from '../../src/core/state/stateStore';

/** How a call of a store goes wrong. */
export type StorageFaultKind =
  /** The window is killed once the call was served: no answer comes, and no later call is served. */
  | 'kill'
  /** The call rejects, and nothing happens. */
  | 'refuse'
  /** The call is never answered, and nothing happens. */
  | 'hang'
  /** The call is never answered, though it is served. */
  | 'mute';

/** Lets one call of a window's stores go wrong: the one after so many that go well. */
export class StorageFault {
  /** How many calls that count have been made so far. */
  calls = 0;
  private isDead = false;

  /**
   * @param at how many calls go well before; `Infinity` only counts.
   * @param counted whether only what writes counts, or reading a secret too.
   */
  constructor(
    private readonly kind: StorageFaultKind,
    private readonly at: number,
    private readonly counted: 'writes' | 'calls' = 'writes',
  ) {}

  /** A window's secret store with the fault. */
  secrets(store: SecretStore): SecretStore {
    return {
      get: key => this.call('read', () => store.get(key)),
      store: (key, value) => this.call('write', () => store.store(key, value)),
      delete: key => this.call('write', () => store.delete(key)),
      keys: () => this.call('read', () => store.keys()),
      onDidChange: listener => store.onDidChange(key => (this.isDead ? undefined : listener(key))),
    };
  }

  /** A window's plain state with the fault. */
  state(state: StateStore): StateStore {
    return {
      get: key => state.get(key),
      keys: () => state.keys(),
      update: (key, value) => this.call('write', () => state.update(key, value)),
    };
  }

  private async call<T>(sort: 'read' | 'write', serve: () => Promise<T>): Promise<T> {
    if (this.isDead) {
      return noAnswer();
    }
    const isFaulty = (sort === 'write' || this.counted === 'calls') && this.calls++ === this.at;
    if (!isFaulty) {
      return serve();
    }
    switch (this.kind) {
      case 'refuse':
        throw new Error('The store is out of order, and quotes "secret-token".');
      case 'hang':
        return noAnswer();
      case 'mute':
        await serve();
        return noAnswer();
      case 'kill':
        this.isDead = true;
        await serve();
        return noAnswer();
    }
  }
}

function noAnswer(): Promise<never> {
  return new Promise(() => undefined);
}
