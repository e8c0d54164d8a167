import type { Event } from '../emitter';

/** Whether the user trusts the workspace, behind a port. Trust that was given stays. */
export interface WorkspaceTrust {
  isTrusted(): boolean;
  readonly onDidGrant: Event<void>;
}
