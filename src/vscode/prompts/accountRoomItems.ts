import { ApiError } from '../../core/api/apiError';
import type { AccountRoom } from '../../core/api/roomAnswers';
import type { AccountRoomsState } from '../../core/rooms/accountRooms';
import { parseRoomId, shortRoomId } from '../../core/rooms/roomId';
import { failureText } from '../../display/failureText';
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
}

/** The row of a room: its name, its short id, and what is going on there. */
export function accountRoomItem(room: AccountRoom): AccountRoomItem {
  const short = shortRoomId(room.id);
  const name = plainText(room.name ?? '', 60);
  return {
    label: name || short,
    description: [
      name === '' ? 'no name' : short,
      ...(room.live ? ['$(broadcast) live now'] : []),
      ...(room.recording ? ['$(record) recording'] : []),
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
  return [{ label: `Use room ${id}`, ...name, alwaysShow: true, action }];
}

/** The rows that stand below the rooms: how far they are loaded, and making another. */
export function closingItems({ rooms, total, status }: AccountRoomsState): AccountRoomItem[] {
  const create: AccountRoomItem = {
    label: '$(add) Create room…',
    alwaysShow: true,
    action: { kind: 'create' },
  };
  if (status === 'loading') {
    return [{ label: '$(loading~spin) Loading rooms…', alwaysShow: true }, create];
  }
  if (status === 'more' && total !== undefined) {
    return [
      {
        label: '$(chevron-down) Load more rooms',
        description: `${rooms.length} of ${total}`,
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
    label: '$(error) The rooms could not be loaded',
    description: [
      ...(failed instanceof ApiError ? [failureText(failed)] : []),
      refused ? 'set another API key' : 'try again, or paste a room ID',
    ].join(' · '),
    alwaysShow: true,
    action: refused ? { kind: 'setApiKey' } : { kind: 'loadMore' },
  };
}
