import { ApiError } from '../../core/api/apiError';
import type { AccountRoom } from '../../core/api/roomAnswers';
import type { AccountRoomsState } from '../../core/rooms/accountRooms';
import { parseRoomId, shortRoomId } from '../../core/rooms/roomId';
import { failureText } from '../../display/failureText';
import { t } from '../../display/l10n';
import { plainText } from '../../display/plainText';
import type { QuickPickItem } from 'vscode';

/** What accepting a row of the account's rooms does. */
export type AccountRoomAction =
  | { readonly kind: 'use'; readonly room: Pick<AccountRoom, 'id' | 'name'> }
  | { readonly kind: 'create' }
  | { readonly kind: 'setApiKey' }
  | { readonly kind: 'loadMore' };

/** A row of the account's rooms. */
export interface AccountRoomItem extends QuickPickItem {
  readonly action?: AccountRoomAction;
  /** The name of a codicon. */
  readonly icon?: string;
}

/** The row of a room: its name, its short id, and what is going on there. */
export function accountRoomItem(room: AccountRoom): AccountRoomItem {
  const short = shortRoomId(room.id);
  const name = plainText(room.name ?? '', 60);
  return {
    label: name || short,
    description: [
      name === '' ? t('no name') : short,
      // Translators: a session goes on in the room.
      ...(room.live ? [`$(broadcast) ${t('live now')}`] : []),
      // Translators: a recording of the room is being made.
      ...(room.recording ? [`$(record) ${t('recording')}`] : []),
    ].join(' · '),
    action: { kind: 'use', room },
  };
}

/** The rows that stand above the rooms: what the typed text stands for by itself. */
export function typedItems(text: string, state: AccountRoomsState): AccountRoomItem[] {
  const id = parseRoomId(text);
  if (id === undefined) {
    return [];
  }
  const room = state.rooms.find(room => room.id === id);
  const name = room?.name === undefined ? {} : { description: plainText(room.name, 60) };
  const action = { kind: 'use', room: room ?? { id } } as const;
  return [{ label: t`Use room ${id}`, ...name, alwaysShow: true, action }];
}

/** The rows that stand below the rooms: how far they are loaded, and making another. */
export function closingItems({ rooms, total, status }: AccountRoomsState): AccountRoomItem[] {
  const create: AccountRoomItem = {
    label: t('Create room…'),
    icon: 'add',
    alwaysShow: true,
    action: { kind: 'create' },
  };
  if (status === 'loading') {
    return [{ label: t('Loading rooms…'), icon: 'loading~spin', alwaysShow: true }, create];
  }
  if (status === 'more' && total !== undefined) {
    return [
      {
        label: t('Load more rooms'),
        icon: 'chevron-down',
        // Translators: so many of all rooms are loaded.
        description: t`${rooms.length} of ${total}`,
        alwaysShow: true,
        action: { kind: 'loadMore' },
      },
      create,
    ];
  }
  return typeof status === 'object' ? [failedItem(status.failed), create] : [create];
}

function failedItem(failed: unknown): AccountRoomItem {
  const refused =
    failed instanceof ApiError && (failed.kind === 'unauthorized' || failed.kind === 'refused');
  return {
    label: t('The rooms could not be loaded'),
    icon: 'error',
    description: [
      ...(failed instanceof ApiError ? [failureText(failed)] : []),
      refused ? t('set another API key') : t('try again, or paste a room ID'),
    ].join(' · '),
    alwaysShow: true,
    action: refused ? { kind: 'setApiKey' } : { kind: 'loadMore' },
  };
}
