import type { TelnyxRoomsError, TelnyxRoomsErrorCode } from './telnyxRooms';

/** What a program is told of a failure. Its message is for the user and holds no secret. */
export class ProgramError extends Error implements TelnyxRoomsError {
  override readonly name = 'TelnyxRoomsError';

  constructor(
    readonly code: TelnyxRoomsErrorCode,
    message: string,
  ) {
    super(message);
  }
}
