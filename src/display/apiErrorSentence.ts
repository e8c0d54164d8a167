import type { ApiError } from '../core/api/apiError';
import { shortRoomId } from '../core/rooms/roomId';
import { grantedRoomIds } from '../core/tokens/grants';
import type { DecodedToken } from '../core/tokens/decodeToken';
import { connectionMessage } from './connectionSentence';
import type { ErrorMessage, Remedy } from './errorMessage';
import { t } from './l10n';
import { localTime } from './timeText';

/** What to do about a room of a sandbox that has ended: its keys ended with it. */
export const sandboxStoppedSentence = t(
  'The sandbox of this room has stopped. Start it again for a new room.',
);

/** What is known beside the error itself, to say the likely cause first. */
export interface CallContext {
  /** The name or short id that the room is shown with. */
  readonly roomTitle: string;
  readonly roomId: string;
  /** The refresh token that was sent, decoded, when it decodes. */
  readonly refreshToken?: DecodedToken;
  /** Whether an API key is stored for this API. */
  readonly hasApiKey: boolean;
  /** Whether the failed call was sent with it. */
  readonly usedApiKey: boolean;
  readonly sandbox: boolean;
  /** Host that was called. */
  readonly host: string;
}

/** The one place where a failed refresh becomes words. Holds no text of the server. */
export function apiErrorMessage(error: ApiError, context: CallContext, now: number): ErrorMessage {
  const { text, remedies } = describe(error, context, now);
  return { text: text + errorReference(error), remedies };
}

function describe(error: ApiError, context: CallContext, now: number): ErrorMessage {
  const room = context.roomTitle;
  switch (error.kind) {
    case 'unauthorized':
      return context.usedApiKey
        ? {
            text: t`Telnyx did not accept the API key for room ${room}. Set a new API key.`,
            remedies: ['setApiKey', 'enterRefreshToken'],
          }
        : {
            text: `${likelyCause(context, now) ?? t`Telnyx did not authorize the refresh of room ${room}.`} ${nextStep(context, now)}`,
            remedies: keyRemedies(context, now),
          };
    case 'refused':
      return {
        text: `${
          likelyCause(context, now) ??
          t`Telnyx refused the refresh token of room ${room}: it may have ended, or be for another room or account.`
        } ${nextStep(context, now)}`,
        remedies: keyRemedies(context, now),
      };
    case 'notFound':
      return {
        text: t`Telnyx knows no room ${room}. Check the room ID, and that the room still exists.`,
        remedies: ['enterRefreshToken'],
      };
    case 'invalid':
      return {
        text: t`Telnyx found the request for room ${room} invalid. Try another TTL or refresh token.`,
        remedies: ['tryAgain', 'enterRefreshToken'],
      };
    case 'rateLimited':
      return { text: `${t('Too many requests.')} ${waitText(error)}`, remedies: ['tryAgain'] };
    case 'server':
      return {
        text: t`Telnyx has a problem of its own and did not refresh room ${room}. Try again in a moment.`,
        remedies: ['tryAgain', 'showLog'],
      };
    case 'network':
      return context.sandbox
        ? { text: sandboxStoppedSentence, remedies: ['trySandbox'] }
        : connectionMessage(error.kind, error.facts, context.host);
    case 'certificate':
    case 'proxy':
    case 'timeout':
    case 'badResponse':
      return connectionMessage(error.kind, error.facts, context.host);
    case 'cancelled':
      return { text: t('Cancelled.'), remedies: [] };
  }
}

/** What the refresh token itself says about why it was refused. */
function likelyCause({ refreshToken, roomId }: CallContext, now: number): string | undefined {
  const expiresAt = refreshToken?.times.expiresAt;
  if (expiresAt !== undefined && expiresAt <= now) {
    return t`The refresh token expired ${localTime(expiresAt, now)}.`;
  }
  const roomIds = refreshToken ? grantedRoomIds(refreshToken.grants) : [];
  return roomIds.length > 0 && !roomIds.includes(roomId)
    ? t`The refresh token belongs to room ${roomIds.slice(0, 3).map(shortRoomId).join(', ')}, not to room ${shortRoomId(roomId)}.`
    : undefined;
}

function nextStep(context: CallContext, now: number): string {
  const { hasApiKey, usedApiKey } = context;
  if (hasApiKey && likelyCause(context, now) !== undefined) {
    return t('Renew it with your API key, or enter a new refresh token.');
  }
  return hasApiKey && !usedApiKey
    ? t('Enter a new refresh token, or try once with your API key.')
    : t('Enter a new refresh token.');
}

/**
 * The stored key is offered, never used by itself: the documented call takes none. Where the refresh
 * token is to blame for certain, a key beside it would not help, but a new pair does.
 */
function keyRemedies(context: CallContext, now: number): readonly Remedy[] {
  const { hasApiKey, usedApiKey } = context;
  if (hasApiKey && likelyCause(context, now) !== undefined) {
    return ['renew', 'enterRefreshToken'];
  }
  return hasApiKey && !usedApiKey ? ['tryWithApiKey', 'enterRefreshToken'] : ['enterRefreshToken'];
}

/** How long to wait before trying again. */
export function waitText(error: ApiError): string {
  const { retryAfterSeconds } = error.facts;
  return retryAfterSeconds === undefined
    ? t('Wait a moment, then try again.')
    : t`Wait ${retryAfterSeconds} s, then try again.`;
}

/** What Telnyx support asks for, in brackets behind a sentence. */
export function errorReference({ facts }: ApiError): string {
  const parts = [
    facts.code && t`Telnyx error ${facts.code}`,
    facts.status !== undefined && facts.code === undefined && `HTTP ${facts.status}`,
    // Translators: the ID that Telnyx gave the request.
    facts.requestId && t`request ${facts.requestId}`,
    facts.systemCode,
  ].filter(part => typeof part === 'string');
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}
