import { ApiError } from '../../core/api/apiError';
import type { Room } from '../../core/rooms/room';
import type { GenerateRequest } from '../../core/rooms/roomRequests';
import { keyCallMessage } from '../../display/keyCallSentence';
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
    const room = await withCancellableProgress(clock, `Making tokens for room ${title}…`, signal =>
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
  const until = (moment: number | undefined) =>
    moment === undefined ? 'without a known end' : `until ${localTime(moment, now)}`;
  messages.info(
    `New token for room ${roomTitle(room.record)}, valid ${until(clientToken?.expiresAt)}; it can be refreshed ${until(refreshToken?.expiresAt)}.`,
    { label: 'Copy Token', run: () => copyClientToken(services, room) },
  );
}
