import type { Event } from './emitter';

/** What the user wants of the extension, read at the moment of use: VS Code's settings behind a port. */
export interface Preferences {
  /** Whether rooms are kept fresh for which the user has not chosen. */
  autoRefresh(): boolean;
  /** Auto-refresh pauses in a window that had no focus for so long, in minutes; 0 means never. */
  autoRefreshMaxIdleMinutes(): number;
  /** Whether auto-refresh may make a new pair with the API key when the refresh token ends. */
  autoRenew(): boolean;
  /** How long before a client token's end to say so, in seconds; 0 means never. */
  notifyBeforeExpiry(): number;
  readonly onDidChange: Event<void>;
}
