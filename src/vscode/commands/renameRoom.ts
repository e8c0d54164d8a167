import { t } from '../../display/l10n';
import { isPlainText } from '../../display/plainText';
import { roomTitle } from '../../display/roomTitle';
import { waitForStorage } from '../messages/storageWait';
import { askText, errorMessage } from '../prompts/askText';
import type { Services } from '../services';
import { chooseRoom, roomOfArgument } from './chooseRoom';

const title = t('Rename Room');
const longestName = 40;

/** `Telnyx: Rename Room…`: a name for a room whose name in the account is not known. */
export async function renameRoom(services: Services, argument: unknown): Promise<void> {
  const { clock, keeper, messages, rooms } = services;
  const candidates = rooms.all().filter(({ record }) => record.name === undefined);
  const room = await chooseRoom(services, argument, title, candidates);
  if (room === undefined) {
    if (candidates.length === 0 && roomOfArgument(services, argument) === undefined) {
      messages.info(
        t('There is no room to rename: rooms of your account have their names from there.'),
      );
    }
    return;
  }
  const { name, givenName = '' } = room.record;
  if (name !== undefined) {
    messages.info(
      t`Room ${roomTitle(room.record)} has its name from your account. Rename it there.`,
    );
    return;
  }
  const text = await askText({
    title,
    prompt: t`Name for room ${room.record.id}, shown in this editor only; empty for none`,
    value: givenName,
    validate: text =>
      isPlainText(text, longestName)
        ? undefined
        : errorMessage(
            t`A name has at most ${longestName} characters, without line breaks, icons, links or tokens.`,
          ),
  });
  if (typeof text === 'string') {
    await waitForStorage(clock, keeper.rename(room.key, text));
  }
}
