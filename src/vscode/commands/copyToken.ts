import { window } from 'vscode';
import type { Room } from '../../core/rooms/room';
import { suggestedTtl } from '../../core/rooms/suggestedTtl';
import { MissingTokenError } from '../../core/rooms/missingTokenError';
import { expiryPhase } from '../../core/time/expiryPhase';
import { t } from '../../display/l10n';
import { roomTitle } from '../../display/roomTitle';
import type { CopyForm, TokenForm } from '../../display/snippets/copyForm';
import { localTime } from '../../display/timeText';
import type { Services } from '../services';
import { chooseRoom } from './chooseRoom';
import { copyClientToken, copyRoomCode } from './copyClientToken';
import { refreshRoomToken } from './refreshRoomToken';
import { askAndRefresh } from './runRefresh';

const refreshAndCopy = t('Refresh and Copy');
const copyExpired = t('Copy Expired Token');

/** `Telnyx: Copy Room Token`: the client token of a room; an expired one only after a question. */
export async function copyToken(services: Services, argument: unknown): Promise<void> {
  await copyRoomAs(services, argument, undefined);
}

/** Copies a room's client token in a form, or code for the room; without a form, the token alone. */
export async function copyRoomAs(
  services: Services,
  argument: unknown,
  form: CopyForm | undefined,
): Promise<void> {
  if (form?.needsToken === false) {
    // Translators: a title; what is copied is chosen already.
    const room = await chooseRoom(services, argument, t('Copy As'), services.rooms.all());
    if (room) {
      await copyRoomCode(services, room, form);
    }
    return;
  }
  const candidates = services.rooms.all().filter(room => room.record.clientToken);
  const room = await chooseRoom(services, argument, t('Copy Room Token'), candidates);
  if (room === undefined) {
    if (candidates.length === 0) {
      offerRefresh(services, undefined, t('There is no client token to copy yet.'));
    }
    return;
  }
  if (room.record.clientToken === undefined) {
    offerRefresh(services, room, t`Room ${roomTitle(room.record)} has no client token yet.`);
    return;
  }
  try {
    await copyCurrent(services, room, form);
  } catch (error) {
    if (!(error instanceof MissingTokenError)) {
      throw error;
    }
    const name = roomTitle(room.record);
    offerRefresh(services, room, t`VS Code could no longer read the client token of room ${name}.`);
  }
}

async function copyCurrent(
  services: Services,
  room: Room,
  form: TokenForm | undefined,
): Promise<void> {
  const { clientToken } = room.record;
  const now = services.clocks.now(room.record.baseUrl);
  if (clientToken?.expiresAt === undefined || expiryPhase(clientToken, now) !== 'expired') {
    await copyClientToken(services, room, form);
    return;
  }
  const answer = await window.showWarningMessage(
    t`The client token of room ${roomTitle(room.record)} expired ${localTime(clientToken.expiresAt, now)}.`,
    { modal: true, detail: t('Nobody can join with it any more.') },
    refreshAndCopy,
    copyExpired,
  );
  if (answer === copyExpired) {
    await copyClientToken(services, room, form);
  } else if (answer === refreshAndCopy) {
    const ttlSeconds = suggestedTtl(room.record);
    const { baseUrl } = room.record;
    const refreshed = await askAndRefresh(services, { room: room.record, baseUrl, ttlSeconds });
    if (refreshed) {
      await copyClientToken(services, refreshed, form);
    }
  }
}

function offerRefresh(services: Services, room: Room | undefined, text: string): void {
  // Translators: follows a sentence that says that there is no client token.
  services.messages.info(`${text} ${t('Refresh to get one.')}`, {
    label: t('Refresh Room Token'),
    run: () => refreshRoomToken(services, room?.key),
  });
}
