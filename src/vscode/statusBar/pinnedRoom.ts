import { Emitter } from '../../core/emitter';
import type { StateStore } from '../../core/state/stateStore';

const stateKey = 'telnyxRooms.pinnedRoom';

/** The room that the user wants in the status bar whatever expires first; kept over restarts. */
export class PinnedRoom {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly state: StateStore) {}

  /** The room's key, or undefined when none is pinned. */
  get key(): string | undefined {
    const key = this.state.get(stateKey);
    return typeof key === 'string' ? key : undefined;
  }

  async set(key: string | undefined): Promise<void> {
    await this.state.update(stateKey, key);
    this.changed.fire();
  }
}
