import { window } from 'vscode';
import { t } from '../../display/l10n';
import type { CopyForm } from '../../display/snippets/copyForm';
import { roomTitle } from '../../display/roomTitle';
import type { Services } from '../services';
import { chooseRoom } from './chooseRoom';
import { copyRoomAs } from './copyToken';

const title = t('Copy Room Token As');

/** `Telnyx: Copy Room Token As…`: asks for the room and the form. */
export async function copyTokenAs(services: Services, argument: unknown): Promise<void> {
  const rooms = services.rooms.all();
  if (rooms.length === 0) {
    // This says what to do where there is nothing to copy.
    await copyRoomAs(services, undefined, undefined);
    return;
  }
  const room = await chooseRoom(services, argument, title, rooms);
  if (room === undefined) {
    return;
  }
  const forms = await loadForms();
  const items = forms.map(form => ({
    label: form.label,
    description: form.description,
    form,
  }));
  const picked = await window.showQuickPick(items, {
    title: t`Copy Room Token As: ${roomTitle(room.record)}`,
    // Translators: what the copied text is for.
    placeHolder: t('What is it for?'),
    matchOnDescription: true,
  });
  if (picked) {
    await copyRoomAs(services, room.key, picked.form);
  }
}

/** The command of one form, for the menu of a room. */
export function copyAs(id: string) {
  return async (services: Services, argument: unknown): Promise<void> => {
    const form = (await loadForms()).find(form => form.id === id);
    await copyRoomAs(services, argument, form);
  };
}

/** In a bundle of their own: most windows never need them. */
async function loadForms(): Promise<readonly CopyForm[]> {
  return (await import('../../display/snippets/copyForms')).copyForms;
}
