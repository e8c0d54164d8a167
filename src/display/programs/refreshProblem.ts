import { ApiError } from '../../core/api/apiError';
import { hostOf, originOf } from '../../core/api/apiBaseUrl';
import { ProgramError } from '../../core/programs/programError';
import { UntrustedOriginError } from '../../core/programs/untrustedOriginError';
import { MissingTokenError } from '../../core/rooms/missingTokenError';
import type { RoomRecord } from '../../core/rooms/room';
import type { DecodedToken } from '../../core/tokens/decodeToken';
import { RefusedTokenError } from '../../core/tokens/refusedTokenError';
import { apiErrorMessage, sandboxStoppedSentence } from '../apiErrorSentence';
import { t } from '../l10n';
import { refreshTokenSentence } from '../refreshTokenSentence';
import { roomTitle } from '../roomTitle';

/** What is known beside the error itself. */
export interface ProblemContext {
  readonly room: RoomRecord;
  /** The refresh token that was sent, decoded, when it decodes. */
  readonly refreshToken?: DecodedToken;
  /** Whether an API key is stored for the room's API. */
  readonly hasApiKey: boolean;
}

/**
 * Why a refresh that a program asked for failed, as it is told; undefined when nobody can know.
 * `now` is in milliseconds since the epoch, by the clock of the API.
 */
export function refreshProblem(
  error: unknown,
  { room, refreshToken, hasApiKey }: ProblemContext,
  now: number,
): ProgramError | undefined {
  const name = roomTitle(room);
  if (error instanceof UntrustedOriginError) {
    return room.sandbox
      ? new ProgramError('sandboxStopped', sandboxStoppedSentence)
      : new ProgramError(
          'untrustedApi',
          t`You have not agreed to send secrets to ${originOf(room.baseUrl)}. Refresh room ${name} once yourself and agree there.`,
        );
  }
  if (error instanceof MissingTokenError) {
    return new ProgramError(
      'noRefreshToken',
      // Translators: "Telnyx: Set Refresh Token" is the name of a command.
      error.lost
        ? t`VS Code could no longer read the refresh token of room ${name}. Enter it again with Telnyx: Set Refresh Token.`
        : t`Room ${name} has no refresh token. Enter one with Telnyx: Set Refresh Token.`,
    );
  }
  if (error instanceof RefusedTokenError) {
    const text = refreshTokenSentence(error.check, room.id, now) ?? '';
    return new ProgramError('unusableRefreshToken', text);
  }
  if (error instanceof ApiError) {
    const context = {
      roomTitle: name,
      roomId: room.id,
      ...(refreshToken && { refreshToken }),
      hasApiKey,
      usedApiKey: false,
      sandbox: room.sandbox,
      host: hostOf(room.baseUrl),
    };
    return new ProgramError(error.kind, apiErrorMessage(error, context, now).text);
  }
  return undefined;
}
