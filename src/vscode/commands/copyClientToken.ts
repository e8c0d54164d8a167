import type { Room } from '../../core/rooms/room';
import { suggestedTtl } from '../../core/rooms/suggestedTtl';
import { t } from '../../display/l10n';
import { roomTitle } from '../../display/roomTitle';
import type { RoomForm, TokenForm } from '../../display/snippets/copyForm';
import { expiryText } from '../../display/timeText';
import { confirm } from '../messages/confirmation';
import { waitForStorage } from '../messages/storageWait';
import type { Services } from '../services';
import { settings } from '../settings';

type CopyServices = Pick<Services, 'clipboard' | 'clocks' | 'stored'>;

/** Puts a room's stored client token on the clipboard, exactly and alone or in a form, and says so. */
export async function copyClientToken(
  { clipboard, clocks, stored }: CopyServices,
  room: Room,
  form?: TokenForm,
): Promise<void> {
  const { record, key } = room;
  const token = await waitForStorage(clocks.machine, stored.token('client', key));
  const { expiresAt } = record.clientToken ?? {};
  const facts = { ...factsOf(room), token, ...(expiresAt !== undefined && { expiresAt }) };
  const seconds = settings.clipboardClearAfter();
  await clipboard.copy(form ? form.text(facts) : token, seconds);
  const expiry = expiryText(record.clientToken ?? {}, clocks.now(record.baseUrl));
  const title = roomTitle(record);
  // Translators: in brackets is a form such as: Authorization Header; last is such as: until 12:24:55
  const copied = form
    ? t`Copied the client token (${form.label}) of room ${title}, ${expiry}`
    : t`Copied the client token of room ${title}, ${expiry}`;
  // Translators: said of the clipboard.
  confirm(seconds > 0 ? `${copied}; ${t`cleared in ${seconds} s`}` : copied);
}

/** Puts code for a room on the clipboard that carries no secret, and says so. */
export async function copyRoomCode(
  { clipboard }: Pick<Services, 'clipboard'>,
  room: Room,
  form: RoomForm,
): Promise<void> {
  await clipboard.copy(form.text(factsOf(room)), 0);
  // Translators: {0} is such as: Refresh Loop, curl Command
  confirm(t`Copied the ${form.label} for room ${roomTitle(room.record)}, without any token`);
}

function factsOf({ record }: Room) {
  return { roomId: record.id, baseUrl: record.baseUrl, ttlSeconds: suggestedTtl(record) };
}
