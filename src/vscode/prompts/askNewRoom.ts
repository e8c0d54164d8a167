import { ApiError } from '../../core/api/apiError';
import type { KeyCall } from '../../core/api/roomsApi';
import type { RoomIdentity } from '../../core/rooms/roomIdentity';
import { keyCallMessage } from '../../display/keyCallSentence';
import { t } from '../../display/l10n';
import { plainText } from '../../display/plainText';
import { withCancellableProgress } from '../messages/progress';
import type { Services } from '../services';
import { askText, errorMessage } from './askText';
import type { back } from './frameInput';

const longestName = 100;

/** Asks a name and makes a room of it; what went wrong stands below the box, with the name kept. */
export async function askNewRoom(
  { api, clock }: Pick<Services, 'api' | 'clock'>,
  title: string,
  call: KeyCall,
  suggestion: string,
): Promise<RoomIdentity | typeof back | undefined> {
  let value = suggestion;
  let problem: string | undefined;
  for (;;) {
    const text = await askText({
      title,
      prompt: t('Name of the new room, unique in your account'),
      // Translators: an example of a room's name.
      placeholder: t('my-room'),
      value,
      position: { step: 1, totalSteps: 1, canGoBack: true },
      ...(problem !== undefined && { problem }),
      validate: text =>
        text.trim() === '' || text.trim().length > longestName
          ? errorMessage(t`A room's name has 1 to ${longestName} characters.`)
          : undefined,
    });
    if (typeof text !== 'string') {
      return text;
    }
    value = text.trim();
    try {
      const room = await withCancellableProgress(
        clock,
        t`Creating room ${plainText(value, 40)}…`,
        signal => api.createRoom({ ...call, name: value }, signal),
      );
      return { id: room.id, baseUrl: call.baseUrl, name: room.name ?? value, sandbox: false };
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      const host = new URL(call.baseUrl).host;
      const isCancelled = error.kind === 'cancelled';
      problem = isCancelled ? undefined : keyCallMessage(error, { call: 'createRoom', host }).text;
    }
  }
}
