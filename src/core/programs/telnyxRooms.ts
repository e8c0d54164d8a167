/** What `activate()` of the extension `telnyx-room-tokens.telnyx-room-tokens` resolves to. */
export interface TelnyxRoomTokens {
  /** Rejects with a `TelnyxRoomsError` of the code `unknownVersion` where that version is not there. */
  getApi(version: 1): Promise<TelnyxRooms>;
}

/** The rooms of this window. Nothing here takes or gives a token or an API key. */
export interface TelnyxRooms {
  readonly version: 1;
  /** The rooms in the order of the view, as frozen copies. */
  getRooms(): readonly TelnyxRoom[];
  /** Fires when `getRooms()` answers something else than before; an `Event<void>` of VS Code. */
  readonly onDidChangeRooms: (
    listener: () => unknown,
    thisArgs?: unknown,
    disposables?: { dispose(): unknown }[],
  ) => { dispose(): unknown };
  /**
   * Gets a new client token for a room with its stored refresh token, for the TTL of the last one.
   * Asks the user nothing. Resolves to the room; rejects with a `TelnyxRoomsError`. For some seconds
   * after an answer of the API the same is answered again, and nothing is sent.
   *
   * @param apiOrigin needed only where rooms of two APIs have this id.
   */
  refresh(roomId: string, apiOrigin?: string): Promise<TelnyxRoom>;
}

/** A room, without any secret. */
export interface TelnyxRoom {
  /** Lower-case UUID. */
  readonly id: string;
  /** What the view calls it: plain text of at most 40 characters. */
  readonly name: string;
  /** Such as `https://api.telnyx.com`. An id is unique at one origin only. */
  readonly apiOrigin: string;
  /** Whether it is a room of the sandbox that this extension runs. */
  readonly sandbox: boolean;
  /** Whether auto-refresh gets the next client token; not while it is paused or stopped. */
  readonly autoRefresh: boolean;
  /** Absent while none is stored, or when it was lost. */
  readonly clientToken?: TelnyxTokenTimes;
  /** Absent while none is stored, or when it was lost. */
  readonly refreshToken?: TelnyxTokenTimes;
}

/** In milliseconds since the epoch, as far as known; by the clock of the API. */
export interface TelnyxTokenTimes {
  readonly issuedAt?: number;
  readonly expiresAt?: number;
}

/** Why something failed: `message` is a sentence for the user with the next step, without secrets. */
export interface TelnyxRoomsError extends Error {
  readonly code: TelnyxRoomsErrorCode;
}

/** More may come. */
export type TelnyxRoomsErrorCode =
  // What was asked for
  | 'unknownVersion'
  | 'invalidArgument'
  | 'unknownRoom'
  | 'ambiguousRoom'
  // What the user has to do first
  | 'untrustedApi'
  | 'sandboxStopped'
  | 'noRefreshToken'
  | 'unusableRefreshToken'
  // What the API answered, or that it did not
  | 'unauthorized'
  | 'refused'
  | 'notFound'
  | 'invalid'
  | 'rateLimited'
  | 'server'
  | 'network'
  | 'timeout'
  | 'certificate'
  | 'proxy'
  | 'badResponse'
  | 'cancelled'
  | 'failed';
