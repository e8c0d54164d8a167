import type { StateStore } from '../../src/core/state/stateStore';

/**
 * VS Code's `globalState`, in memory and shared by all windows. Like the real one it keeps JSON, so a
 * value comes back without its undefined members and never as the same object.
 */
export class MemoryState implements StateStore {
  private readonly texts = new Map<string, string>();

  get(key: string): unknown {
    const text = this.texts.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  update(key: string, value: unknown): Promise<void> {
    const text = JSON.stringify(value) as string | undefined;
    if (text === undefined) {
      this.texts.delete(key);
    } else {
      this.texts.set(key, text);
    }
    return Promise.resolve();
  }

  keys(): readonly string[] {
    return [...this.texts.keys()];
  }

  /** Everything that is kept, as one text: to look for what must not be there. */
  get contents(): string {
    return JSON.stringify([...this.texts]);
  }
}
