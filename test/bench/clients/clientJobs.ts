// What is asked of a process, or of an extension host, in which HTTP clients are measured.

/** Ways to send a refresh: the built extension's, its peers', and the least that can be. */
export const clientNames = ['extension', 'undici', 'SDK', 'fetch', 'raw socket'] as const;

export type ClientName = (typeof clientNames)[number];

/** Where refreshes go, and where the clients' code lies. */
export interface ClientTarget {
  /** `http://127.0.0.1:PORT` or `https://127.0.0.1:PORT`. */
  readonly origin: string;
  /** PEM of the authority that signed the server's certificate, for what has to be told. */
  readonly authority: string;
  /** Folder of the built extension's files. */
  readonly distFolder: string;
  /** Bundles of the peers. */
  readonly peers: { readonly sdk: string; readonly undici: string };
}

/** Calls of several clients on kept connections, in blocks of random order. */
export interface WarmJob {
  readonly kind: 'warm';
  readonly clients: readonly ClientName[];
  readonly rounds: number;
  /** Calls of one client in a row: CPU time is too coarse for a single one. */
  readonly block: number;
  readonly seed: number;
}

/** The first call of a session, loading what sends it included. */
export interface FirstJob {
  readonly kind: 'first';
  readonly client: ClientName;
  /** Whether a connection is opened ahead of the call. */
  readonly ahead: boolean;
}

/** Calls on a new connection each, one after the other. */
export interface NewConnectionsJob {
  readonly kind: 'newConnections';
  readonly client: ClientName;
  readonly calls: number;
  readonly ahead: boolean;
  /** Collected before each call, as it is in the minutes between two refreshes; or left to itself. */
  readonly garbage: 'collected' | 'left';
}

export type ClientJob = (WarmJob | FirstJob | NewConnectionsJob) & {
  readonly target: ClientTarget;
};

/** Times of calls in milliseconds, and CPU time a call, by client. */
export interface ClientResult {
  readonly series: readonly ClientSeries[];
  /** False when a connection should have been opened ahead, and the client can't. */
  readonly canOpenAhead: boolean;
}

export interface ClientSeries {
  readonly client: ClientName;
  readonly milliseconds: readonly number[];
  /** CPU time a call, one value for each block. */
  readonly cpu: readonly number[];
}
