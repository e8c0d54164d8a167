/** Plain, unencrypted state that survives a restart: VS Code's `globalState` or `workspaceState` behind a port. No secrets. */
export interface StateStore {
  get(key: string): unknown;
  /** Undefined removes the key. */
  update(key: string, value: unknown): Promise<void>;
  keys(): readonly string[];
}
