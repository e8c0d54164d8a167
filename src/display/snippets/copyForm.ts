/** What is known of a room for a form that carries no token: by its type it can't be given one. */
export interface RoomFacts {
  /** Lower-case UUID. */
  readonly roomId: string;
  /** The checked base URL of the room's API. */
  readonly baseUrl: string;
  /** The TTL to ask for, in seconds. */
  readonly ttlSeconds: number;
  readonly token?: never;
  readonly expiresAt?: never;
}

/** What is known of a room for a form that carries its client token. */
export interface TokenFacts extends Omit<RoomFacts, 'token' | 'expiresAt'> {
  /** The client token. */
  readonly token: string;
  /** When it ends, in milliseconds since the epoch, where that is known. */
  readonly expiresAt?: number;
}

interface Description {
  /** Stable: settings and key bindings may name it. */
  readonly id: string;
  readonly label: string;
  /** One line for a pick list. */
  readonly description: string;
}

/** A form that carries the client token. */
export interface TokenForm extends Description {
  readonly needsToken: true;
  readonly text: (facts: TokenFacts) => string;
}

/** A form that carries no token, and no other secret either. */
export interface RoomForm extends Description {
  readonly needsToken: false;
  readonly text: (facts: RoomFacts) => string;
}

/** One way to copy a room's token, or the code that gets one. */
export type CopyForm = TokenForm | RoomForm;
