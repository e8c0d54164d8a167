import type { Memento } from 'vscode';
import type { StateStore } from '../../core/state/stateStore';

/**
 * The core's plain state over VS Code's `globalState`, or over the `workspaceState` of one workspace.
 * One write goes on at a time: VS Code ends each by putting all that it wrote in the memento's place,
 * so that what is changed in the meantime would be lost, and its promise would still be kept.
 */
export class MementoStateStore implements StateStore {
  /** What changed and is not written yet. It counts at once. */
  private readonly unwritten = new Map<string, unknown>();
  /** Ends with the write that goes on, and never rejects. */
  private writing: Promise<unknown> = Promise.resolve();
  /** The write after it, which takes all that changes until then. */
  private next: Promise<void> | undefined;

  constructor(private readonly memento: Memento) {}

  get(key: string): unknown {
    return this.unwritten.has(key) ? this.unwritten.get(key) : this.memento.get(key);
  }

  keys(): readonly string[] {
    const written = this.memento.keys().filter(key => !this.unwritten.has(key));
    const others = [...this.unwritten].filter(([, value]) => value !== undefined);
    return [...written, ...others.map(([key]) => key)];
  }

  update(key: string, value: unknown): Promise<void> {
    this.unwritten.set(key, asKept(value));
    if (this.next === undefined) {
      this.next = this.writing.then(() => this.write());
      this.writing = this.next.catch(() => undefined);
    }
    return this.next;
  }

  private async write(): Promise<void> {
    this.next = undefined;
    const changes = [...this.unwritten];
    try {
      await Promise.all(changes.map(([key, value]) => this.memento.update(key, value)));
    } finally {
      changes
        .filter(([key, value]) => this.unwritten.get(key) === value)
        .forEach(([key]) => this.unwritten.delete(key));
    }
  }
}

/** A value as a memento gives it back: a copy, without undefined members. */
function asKept(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
