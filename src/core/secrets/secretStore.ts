import type { Event } from '../emitter';

/** The one place for secrets: VS Code's SecretStorage behind a port. Every call may reject. */
export interface SecretStore {
  get(key: string): Promise<string | undefined>;
  store(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
  /** Every key that is stored, or undefined where the host cannot list them. */
  keys(): Promise<readonly string[] | undefined>;
  /** A key whose value may have changed, in this window or another; also without a change. */
  readonly onDidChange: Event<string>;
}
