import type { Disposable } from '../core/emitter';
import { loadOnce } from '../core/loadOnce';

/** A part of the extension, in a bundle of its own that is loaded when it is first needed. */
export class LazyPart<T extends Disposable> implements Disposable {
  private part: T | undefined;
  private isDisposed = false;

  constructor(private readonly create: () => Promise<T>) {}

  /** Undefined while nobody has needed it. */
  get loaded(): T | undefined {
    return this.part;
  }

  /** The same for every caller. Rejects when the bundle can't be read; the next call tries again. */
  readonly load: () => Promise<T> = loadOnce(async () => {
    this.part = await this.create();
    if (this.isDisposed) {
      this.part.dispose();
    }
    return this.part;
  });

  dispose(): void {
    this.isDisposed = true;
    this.part?.dispose();
  }
}
