import { Emitter } from '../../src/core/emitter';
import type { SecretStore } from '../../src/core/secrets/secretStore';

/**
 * The secret storage of VS Code's desktop, in memory: one for all windows. Calls are served one after
 * the other. An event follows every store and delete, in every window, the writing one included, also
 * when nothing changed. A value that can't be decrypted is deleted and read as undefined; an empty
 * one is not kept.
 */
export class MemorySecrets {
  private readonly values = new Map<string, string>();
  private readonly corrupted = new Set<string>();
  private readonly failures: Error[] = [];
  private readonly changed = new Emitter<string>();
  private calls: Promise<unknown> = Promise.resolve();
  private announcements = 0;

  /** The key of every `get` so far, of all windows. */
  readonly reads: string[] = [];

  /** Whether `keys()` can't be answered, as on a web host with a provider of its own. */
  hidesKeys = false;

  /** The store as one window sees it. */
  window(): SecretStore {
    return {
      get: key => this.call(() => this.get(key)),
      store: (key, value) => this.call(() => this.store(key, value)),
      delete: key => this.call(() => this.delete(key)),
      keys: () => this.call(() => (this.hidesKeys ? undefined : [...this.values.keys()])),
      onDidChange: this.changed.event,
    };
  }

  /** What is stored, by key: for assertions, without counting as a read. */
  get contents(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.values);
  }

  /** Puts a text there as another version might have left it; no event. */
  put(key: string, value: string): void {
    this.values.set(key, value);
  }

  /** Makes a stored value undecryptable, as after a reset of the system's keyring. */
  corrupt(key: string): void {
    if (!this.values.has(key)) {
      throw new Error(`There is no secret ${key} to corrupt.`);
    }
    this.corrupted.add(key);
  }

  /** Tells every window of a value that did not change, as VS Code may. */
  announceOf(key: string): void {
    this.announce(key);
  }

  /** Rejects the next call of any window; several are queued. */
  failNext(error: Error): void {
    this.failures.push(error);
  }

  /** Resolves when every call was served and every event was heard, and what they led to as well. */
  async settled(): Promise<void> {
    let calls;
    do {
      calls = this.calls;
      await calls;
      await new Promise(resolve => setImmediate(resolve));
    } while (calls !== this.calls || this.announcements > 0);
  }

  private async call<T>(serve: () => T): Promise<T> {
    const served = this.calls.then(() => {
      const failure = this.failures.shift();
      if (failure !== undefined) {
        throw failure;
      }
      return serve();
    });
    this.calls = served.catch(() => undefined);
    return served;
  }

  private get(key: string): string | undefined {
    this.reads.push(key);
    if (this.corrupted.has(key)) {
      this.delete(key);
    }
    return this.values.get(key);
  }

  private store(key: string, value: string): void {
    this.corrupted.delete(key);
    if (value === '') {
      this.values.delete(key);
    } else {
      this.values.set(key, value);
    }
    this.announce(key);
  }

  private delete(key: string): void {
    this.corrupted.delete(key);
    this.values.delete(key);
    this.announce(key);
  }

  private announce(key: string): void {
    this.announcements++;
    setImmediate(() => {
      this.announcements--;
      this.changed.fire(key);
    });
  }
}
