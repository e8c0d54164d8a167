import { roomKey, type RoomIdentity } from '../../core/rooms/roomIdentity';
import { t } from '../../display/l10n';
import { pasteText } from '../../display/pasteSentence';
import { roomTitle } from '../../display/roomTitle';
import { waitForStorage } from '../messages/storageWait';
import { askPaste, type PastedTokens } from '../prompts/askPaste';
import { askRoom } from '../prompts/askRoom';
import type { Services } from '../services';
import { roomOfArgument } from './chooseRoom';
import { copyClientToken } from './copyClientToken';
import { currentBaseUrl } from './currentBaseUrl';
import { refreshRoomToken } from './refreshRoomToken';

const title = t('Add Room Token');

/** `Telnyx: Add Room Token…`: keeps the tokens in whatever the user pastes; sends nothing. */
export async function addToken(services: Services, argument: unknown): Promise<void> {
  const { clock, clocks, keeper, messages, view } = services;
  const given = roomOfArgument(services, argument)?.record;
  const baseUrl = given?.baseUrl ?? currentBaseUrl(services);
  if (baseUrl === undefined) {
    return;
  }
  const now = () => clocks.now(baseUrl);
  const paste = await askPaste({ title, ...(given && { room: given }) }, now);
  if (paste === undefined) {
    return;
  }
  const target = given ?? (await roomOf(services, paste, baseUrl));
  if (target === undefined) {
    return;
  }
  const { client, refresh } = paste;
  const room = await waitForStorage(
    clock,
    keeper.keep(target, {
      ...(client && { client: { token: client.token, ...endOf(client.times) } }),
      ...(refresh && { refresh: { token: refresh.token, ...endOf(refresh.times) } }),
    }),
  );
  await view.reveal(room.key, { focus: false });
  const text = pasteText(paste, roomTitle(room.record), now());
  messages.info(
    // Translators: {0} says what was kept, such as: Client token for room demo, valid until 12:24:55
    t`Kept: ${text}.`,
    client
      ? { label: t('Copy Token'), run: () => copyClientToken(services, room) }
      : { label: t('Refresh Room Token'), run: () => refreshRoomToken(services, room.key) },
  );
}

/** The room that pasted tokens are for: the one that they name, else the one that the user names. */
async function roomOf(
  { contexts, rooms }: Services,
  { roomId: id }: PastedTokens,
  baseUrl: string,
): Promise<RoomIdentity | undefined> {
  if (id !== undefined) {
    const known =
      rooms.get(roomKey({ id, baseUrl })) ?? rooms.all().find(({ record }) => record.id === id);
    return known?.record ?? { id, baseUrl, sandbox: false };
  }
  const candidates = rooms.all();
  const answer = await askRoom({ title, rooms: candidates, baseUrl, contextOf: contexts.of });
  return typeof answer === 'object' ? answer : undefined;
}

function endOf({ expiresAt }: { readonly expiresAt?: number }): { readonly expiresAt?: number } {
  return expiresAt === undefined ? {} : { expiresAt };
}
