import { ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { Room } from '../../core/rooms/room';
import { parseRoomId } from '../../core/rooms/roomId';
import { t } from '../../display/l10n';
import type { RoomContext } from '../../display/roomContext';
import { roomPickDetail } from '../../display/roomPickDetail';
import { roomRow } from '../../display/roomRow';
import { back, frameInput } from './frameInput';
import type { StepPosition } from './steps';

/** A known room, or the id of one that is not known yet. */
export type PickedRoom =
  | { readonly kind: 'known'; readonly room: Room }
  | { readonly kind: 'typed'; readonly roomId: string };

interface RoomItem extends QuickPickItem {
  readonly answer?: PickedRoom;
}

/** What a room pick asks. */
export interface RoomQuestion {
  readonly title: string;
  readonly rooms: readonly Room[];
  /** Whether the id of an unknown room is an answer too. */
  readonly acceptsId: boolean;
  /** What is shown of a room beside itself. */
  readonly contextOf: (room: Room) => RoomContext;
  readonly position?: StepPosition;
}

/** Asks for one of the rooms; undefined when the user pressed Escape. */
export async function pickRoom(
  question: RoomQuestion,
): Promise<PickedRoom | typeof back | undefined> {
  const known = question.rooms.map(room => roomItem(room, question.contextOf(room)));
  const pick = window.createQuickPick<RoomItem>();
  frameInput(pick, question.title, question.position);
  pick.placeholder = question.acceptsId ? t('Pick a room, or paste a room ID') : t('Pick a room');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = known;
  try {
    return await new Promise(resolve => {
      if (question.acceptsId) {
        pick.onDidChangeValue(text => (pick.items = [...known, ...typedItems(text, known)]));
      }
      pick.onDidAccept(() => {
        const picked = pick.selectedItems[0]?.answer;
        if (picked) {
          resolve(picked);
        }
      });
      pick.onDidTriggerButton(() => resolve(back));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

function roomItem(room: Room, context: RoomContext): RoomItem {
  const row = roomRow(room, { ...context, pinned: false });
  return {
    label: row.label,
    ...(row.description !== undefined && { description: row.description }),
    detail: roomPickDetail(room, context),
    ...(row.icon && { iconPath: new ThemeIcon(row.icon.id) }),
    answer: { kind: 'known', room },
  };
}

/** What a typed text stands for beside the known rooms that match it. */
function typedItems(text: string, known: readonly RoomItem[]): RoomItem[] {
  if (text.trim() === '') {
    return [];
  }
  const roomId = parseRoomId(text);
  if (roomId === undefined) {
    const matches = known.some(item =>
      [item.label, item.description, item.detail].some(part =>
        part?.toLowerCase().includes(text.trim().toLowerCase()),
      ),
    );
    return matches
      ? []
      : [
          {
            label: t('No such room here'),
            description: t('paste a room ID: a UUID such as 9e2a0cbe-ce66-411e-a1ac-468f0b103c9a'),
            alwaysShow: true,
          },
        ];
  }
  const room = known.find(
    ({ answer }) => answer?.kind === 'known' && answer.room.record.id === roomId,
  );
  return [
    {
      label: t`Use room ${roomId}`,
      ...(room?.answer && { description: t`known as ${room.label}` }),
      alwaysShow: true,
      answer: room?.answer ?? { kind: 'typed', roomId },
    },
  ];
}
