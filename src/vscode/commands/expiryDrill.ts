import { window } from 'vscode';
import { ApiError } from '../../core/api/apiError';
import { drillSeconds } from '../../core/rooms/drillTokens';
import { MissingTokenError } from '../../core/rooms/missingTokenError';
import type { Room } from '../../core/rooms/room';
import { RefusedTokenError } from '../../core/tokens/refusedTokenError';
import { drillReview } from '../../display/drillReview';
import { durationText } from '../../display/durationText';
import { t } from '../../display/l10n';
import { roomTitle } from '../../display/roomTitle';
import { countDown } from '../messages/countDown';
import { withCancellableProgress } from '../messages/progress';
import type { Services } from '../services';
import { settings } from '../settings';
import { addToken } from './addToken';
import { chooseRoom } from './chooseRoom';
import { copyToken } from './copyToken';
import { mayBeAsked } from './mayBeAsked';
import { showRefreshFailure } from './refreshFailure';

const title = t('Start Expiry Drill');
const runAgain = t('Run Again');
const copyFresh = t('Copy Room Token');

/**
 * `Telnyx: Start Expiry Drill…`: a short-lived token, copied and counted down, to watch an app refresh
 * or drop. It is never kept: the room's own tokens stay what they are.
 */
export async function startExpiryDrill(services: Services, argument: unknown): Promise<void> {
  const candidates = services.rooms.all().filter(({ record }) => record.refreshToken);
  const room = await chooseRoom(services, argument, title, candidates);
  if (room === undefined) {
    if (candidates.length === 0) {
      offerToken(services, undefined, t('A drill needs a room with a refresh token.'));
    }
    return;
  }
  const items = drillSeconds.map(seconds => ({ label: durationText(seconds), seconds }));
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: t`How long shall the token for room ${roomTitle(room.record)} live?`,
  });
  if (picked && (await mayBeAsked(services, room.record))) {
    await runDrill(services, room, picked.seconds);
  }
}

async function runDrill(services: Services, room: Room, seconds: number): Promise<void> {
  const { clock, clocks, drill } = services;
  const name = roomTitle(room.record);
  try {
    const { token, endsAt } = await withCancellableProgress(
      clock,
      t`Getting a token for room ${name}…`,
      signal => drill.issue(room.record, seconds, signal),
    );
    await services.clipboard.copy(token, settings.clipboardClearAfter());
    // Translators: how long the token lives is counted down behind this.
    const text = t`Expiry drill of room ${name}: join with the token that was copied`;
    if (!(await countDown(clock, text, endsAt))) {
      return;
    }
    const review = drillReview(endsAt, clocks.machine.now());
    const answer = await window.showInformationMessage(
      review.text,
      { modal: true, detail: review.detail },
      runAgain,
      copyFresh,
    );
    if (answer === runAgain) {
      await runDrill(services, room, seconds);
    } else if (answer === copyFresh) {
      await copyToken(services, room.key);
    }
  } catch (error) {
    await showFailure(services, room, seconds, error);
  }
}

async function showFailure(
  services: Services,
  room: Room,
  ttlSeconds: number,
  error: unknown,
): Promise<void> {
  const name = roomTitle(room.record);
  if (error instanceof MissingTokenError || error instanceof RefusedTokenError) {
    offerToken(services, room, t`The refresh token of room ${name} can't be used for a drill.`);
  } else if (error instanceof ApiError && error.kind !== 'cancelled') {
    await showRefreshFailure(services, { room: room.record, ttlSeconds }, error, {
      again: () => runDrill(services, room, ttlSeconds),
      withNewToken: () => addToken(services, room.key),
    });
  } else {
    throw error;
  }
}

function offerToken(services: Services, room: Room | undefined, text: string): void {
  const run = () => addToken(services, room?.key);
  services.messages.info(text, { label: t('Add Room Token'), run });
}
