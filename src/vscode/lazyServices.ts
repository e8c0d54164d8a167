import type { Disposable } from '../core/emitter';
import { loadOnce } from '../core/loadOnce';
import type { Services } from './services';

/** Services, and a way to let go of what they hold. */
export type OwnedServices = Services & Disposable;

/** The services, in a bundle of its own that is loaded when somebody first works with them. */
export class LazyServices implements Disposable {
  private services: OwnedServices | undefined;
  private isDisposed = false;

  constructor(private readonly create: () => Promise<OwnedServices>) {}

  /** Undefined while nobody has needed them. */
  get loaded(): Services | undefined {
    return this.services;
  }

  /** The same for every caller. Rejects when the bundle can't be read; the next call tries again. */
  readonly load: () => Promise<Services> = loadOnce(async () => {
    this.services = await this.create();
    if (this.isDisposed) {
      this.services.dispose();
    }
    return this.services;
  });

  dispose(): void {
    this.isDisposed = true;
    this.services?.dispose();
  }
}
