/** What requests go through: the choice of the setting `telnyxRooms.network`. */
export type NetworkChoice = 'auto' | TransportName;

/** undici's own sockets, or the `fetch` of VS Code. */
export type TransportName = 'undici' | 'vscode';

/** All that decides which transport a request takes. */
export interface NetworkSettings {
  readonly network: NetworkChoice;
  /** VS Code's `http.proxy`, empty when there is none. */
  readonly proxy: string;
  /** VS Code's `http.noProxy`. When it has entries, `NO_PROXY` doesn't count. */
  readonly noProxy: readonly string[];
  /** VS Code's `http.proxySupport`: `off` means no proxy at all. */
  readonly proxySupport: string;
  /** The process's environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
