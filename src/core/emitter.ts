/** Something to let go of: a listener, a timer, a resource. Disposing twice does nothing. */
export interface Disposable {
  dispose(): void;
}

/** Subscribes a listener; the answer unsubscribes it. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** The writing side of an {@link Event}: its owner fires, everybody else sees only `event`. */
export class Emitter<T> {
  private readonly listeners = new Set<(value: T) => void>();

  readonly event: Event<T> = listener => {
    // A wrapper per subscription, so that the same function may subscribe twice.
    const subscription = (value: T) => listener(value);
    this.listeners.add(subscription);
    return { dispose: () => void this.listeners.delete(subscription) };
  };

  fire(value: T): void {
    for (const listener of [...this.listeners]) {
      listener(value);
    }
  }
}
