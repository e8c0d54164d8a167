import { roomKey, type RoomIdentity } from '../../core/rooms/roomIdentity';
import { t } from '../../display/l10n';
import { roomTitle } from '../../display/roomTitle';
import { expiryText } from '../../display/timeText';
import { waitForStorage } from '../messages/storageWait';
import { askRefreshToken } from '../prompts/askRefreshToken';
import { askRoom } from '../prompts/askRoom';
import type { Services } from '../services';
import { roomOfArgument } from './chooseRoom';
import { currentBaseUrl } from './currentBaseUrl';
import { refreshRoomToken } from './refreshRoomToken';

const title = t('Set Refresh Token');

/** `Telnyx: Set Refresh Token`: keeps a refresh token; its room is read from it where it says so. */
export async function setRefreshToken(services: Services, argument: unknown): Promise<void> {
  const { clock, clocks, keeper, messages, view } = services;
  const given = roomOfArgument(services, argument)?.record;
  const baseUrl = given?.baseUrl ?? currentBaseUrl(services);
  if (baseUrl === undefined) {
    return;
  }
  const prompt = given
    ? t`Refresh token of room ${roomTitle(given)}, kept in VS Code's secret storage`
    : t("Refresh token, kept in VS Code's secret storage; its room is read from it");
  const entered = await askRefreshToken({ title, prompt, ...(given && { roomId: given.id }) }, () =>
    clocks.now(baseUrl),
  );
  if (typeof entered !== 'object') {
    return;
  }
  const target = given ?? (await roomOf(services, entered.roomIds, baseUrl));
  if (target === undefined) {
    return;
  }
  const tokens = { refresh: { token: entered.token } };
  const room = await waitForStorage(clock, keeper.keep(target, tokens));
  await view.reveal(room.key, { focus: false });
  const expiry = expiryText(room.record.refreshToken ?? {}, clocks.now(baseUrl));
  // Translators: {1} is such as: until 12:24:55
  messages.info(t`Refresh token of room ${roomTitle(room.record)} kept, ${expiry}`, {
    label: t('Refresh Now'),
    run: () => refreshRoomToken(services, room.key),
  });
}

/** The room that a token is for: the one that it names, else the one that the user names. */
async function roomOf(
  { contexts, rooms }: Services,
  roomIds: readonly string[],
  baseUrl: string,
): Promise<RoomIdentity | undefined> {
  const [id, ...others] = roomIds;
  if (id !== undefined && others.length === 0) {
    return rooms.get(roomKey({ id, baseUrl }))?.record ?? { id, baseUrl, sandbox: false };
  }
  const candidates = rooms.all().filter(({ record }) => record.baseUrl === baseUrl);
  const answer = await askRoom({ title, rooms: candidates, baseUrl, contextOf: contexts.of });
  return typeof answer === 'object' ? answer : undefined;
}
