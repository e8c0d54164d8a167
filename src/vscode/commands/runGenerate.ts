import { ApiError } from '../../core/api/apiError';
import type { Room } from '../../core/rooms/room';
import type { GenerateRequest } from '../../core/rooms/roomRequests';
import { keyCallMessage } from '../../display/keyCallSentence';
import { t } from '../../display/l10n';
import { roomTitle } from '../../display/roomTitle';
import { localTime } from '../../display/timeText';
import { withCancellableProgress } from '../messages/progress';
import type { Services } from '../services';
import { copyClientToken } from './copyClientToken';
import { remedyAction } from './remedyActions';

/**
 * Makes a new pair of tokens under a cancellable progress, then shows the room and a message.
 *
 * @throws {ApiError} of kind `cancelled` when the user cancelled.
 */
export async function runGenerate(services: Services, request: GenerateRequest): Promise<void> {
  const { clock, messages, tokens } = services;
  const title = roomTitle(request.room);
  try {
    const room = await withCancellableProgress(clock, t`Making tokens for room ${title}…`, signal =>
      tokens.generate(request, signal),
    );
    await showSuccess(services, room);
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind === 'cancelled') {
      throw error;
    }
    const host = new URL(request.room.baseUrl).host;
    const context = { call: 'generate', host, roomTitle: title } as const;
    const { text, remedies } = keyCallMessage(error, context);
    const tryAgain = () => runGenerate(services, request);
    messages.error(text, ...remedies.map(remedy => remedyAction(remedy, { tryAgain })));
  }
}

async function showSuccess(services: Services, room: Room): Promise<void> {
  const { clocks, messages, view } = services;
  const { clientToken, refreshToken, baseUrl } = room.record;
  await view.reveal(room.key, { focus: false });
  const now = clocks.now(baseUrl);
  const end = clientToken?.expiresAt;
  const validity =
    end === undefined ? t('valid without a known end') : t`valid until ${localTime(end, now)}`;
  const chainEnd = refreshToken?.expiresAt;
  const chain =
    chainEnd === undefined
      ? t('it can be refreshed without a known end')
      : t`it can be refreshed until ${localTime(chainEnd, now)}`;
  messages.info(
    // Translators: {1} is such as: valid until 12:24:55; {2} is such as: it can be refreshed until 16:24:55
    t`New token for room ${roomTitle(room.record)}, ${validity}; ${chain}.`,
    { label: t('Copy Token'), run: () => copyClientToken(services, room) },
  );
}
