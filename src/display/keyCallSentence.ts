import type { ApiError } from '../core/api/apiError';
import { errorReference, waitText } from './apiErrorSentence';
import type { ErrorMessage } from './errorMessage';
import { connectionMessage } from './connectionSentence';
import { t } from './l10n';

/** Which call with an API key failed, and for what. */
export interface KeyCallContext {
  readonly call: 'generate' | 'createRoom' | 'listRooms';
  /** Host that was called. */
  readonly host: string;
  /** The name or short id that the room is shown with, where there is one. */
  readonly roomTitle?: string;
}

/** Why a call with the API key failed, and what to do. Holds no text of the server. */
export function keyCallMessage(error: ApiError, context: KeyCallContext): ErrorMessage {
  const { text, remedies } = describe(error, context);
  return { text: text + errorReference(error), remedies };
}

function describe(error: ApiError, { call, host, roomTitle = '' }: KeyCallContext): ErrorMessage {
  const isRoom = call === 'createRoom';
  const isOfRoom = call === 'generate';
  switch (error.kind) {
    case 'unauthorized':
      return {
        text: t('Telnyx did not accept the API key. Set a new API key.'),
        remedies: ['setApiKey'],
      };
    case 'refused':
      return {
        text: isOfRoom
          ? t`This API key may not make tokens for room ${roomTitle}: the room may be of another account. Set another API key.`
          : isRoom
            ? t('This API key may not create rooms. Set another API key.')
            : t('This API key may not list rooms. Set another API key.'),
        remedies: ['setApiKey'],
      };
    case 'notFound':
      return {
        text: isOfRoom
          ? t`Telnyx knows no room ${roomTitle}. Check the room ID, and that the room is of the API key's account.`
          : t`${host} has no rooms. Check the setting telnyxRooms.apiBaseUrl.`,
        remedies: isOfRoom ? ['setApiKey'] : [],
      };
    case 'invalid':
      if (call === 'listRooms') {
        return {
          text: t('Telnyx found the request invalid. Check the setting telnyxRooms.apiBaseUrl.'),
          remedies: [],
        };
      }
      return {
        text: isRoom
          ? t(
              'Telnyx did not take this name: there may be a room of this name already. Choose another.',
            )
          : t`Telnyx found the request for room ${roomTitle} invalid. Try other TTLs.`,
        remedies: isRoom ? [] : ['tryAgain'],
      };
    case 'rateLimited':
      return { text: `${t('Too many requests.')} ${waitText(error)}`, remedies: ['tryAgain'] };
    case 'server':
      return {
        text: t('Telnyx has a problem of its own. Try again in a moment.'),
        remedies: ['tryAgain', 'showLog'],
      };
    case 'network':
    case 'certificate':
    case 'proxy':
    case 'timeout':
    case 'badResponse':
      return connectionMessage(error.kind, error.facts, host);
    case 'cancelled':
      return { text: t('Cancelled.'), remedies: [] };
  }
}
