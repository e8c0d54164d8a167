import { Emitter } from '../../src/core/emitter';
import type { Preferences } from '../../src/core/preferences';

/** What a user may set, with the defaults of the manifest. */
const defaults = {
  autoRefresh: false,
  autoRefreshMaxIdleMinutes: 60,
  autoRenew: false,
  notifyBeforeExpiry: 60,
};

/** The user's settings, in memory; a change fires as the real ones do. */
export class MemoryPreferences implements Preferences {
  private values = defaults;
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;

  set(change: Partial<typeof defaults>): void {
    this.values = { ...this.values, ...change };
    this.changed.fire();
  }

  autoRefresh(): boolean {
    return this.values.autoRefresh;
  }

  autoRefreshMaxIdleMinutes(): number {
    return this.values.autoRefreshMaxIdleMinutes;
  }

  autoRenew(): boolean {
    return this.values.autoRenew;
  }

  notifyBeforeExpiry(): number {
    return this.values.notifyBeforeExpiry;
  }
}
