import { ThemeIcon, window } from 'vscode';
import type { KeyCall, RoomsApi } from '../../core/api/roomsApi';
import { AccountRooms } from '../../core/rooms/accountRooms';
import { parseRoomId } from '../../core/rooms/roomId';
import type { Clock } from '../../core/time/clock';
import { t } from '../../display/l10n';
import {
  accountRoomItem,
  closingItems,
  typedItems,
  type AccountRoomAction,
  type AccountRoomItem,
} from './accountRoomItems';
import { back, frameInput } from './frameInput';
import type { StepPosition } from './steps';

/** A typed name is asked for when nobody has typed for so long, in milliseconds. */
const typingPause = 300;

/** The next page is loaded when so many rows are left below the active one. */
const rowsAhead = 30;

/** What was picked among the account's rooms. The text is what was typed. */
export type PickedAccountRoom = Exclude<AccountRoomAction, { kind: 'loadMore' }> & {
  readonly text: string;
};

/** What the pick stands on. */
export interface AccountRoomQuestion {
  readonly title: string;
  readonly api: RoomsApi;
  readonly call: KeyCall;
  readonly clock: Clock;
  readonly value: string;
  readonly position: StepPosition;
  /** Hears of the rooms that were loaded, once, when the pick has ended. */
  readonly onLoaded: (rooms: AccountRooms['state']['rooms']) => void;
}

/** Asks for one of the account's rooms. They are loaded while the user looks, types and scrolls. */
export async function pickAccountRoom(
  question: AccountRoomQuestion,
): Promise<PickedAccountRoom | typeof back | undefined> {
  const { api, call, clock } = question;
  const rooms = new AccountRooms(api, call);
  const pick = window.createQuickPick<AccountRoomItem>();
  let pause: { dispose(): void } | undefined;
  let roomItems: readonly AccountRoomItem[] = [];

  const draw = () => {
    const { state } = rooms;
    // Rows that stay are the same objects, so that the active one can be found again.
    roomItems = [...roomItems, ...state.rooms.slice(roomItems.length).map(accountRoomItem)];
    const [active] = pick.activeItems;
    pick.busy = state.status === 'loading';
    pick.items = [
      ...typedItems(pick.value, state),
      ...roomItems,
      ...closingItems(state).map(withIcon),
    ];
    const again = pick.items.find(item => item === active || isSameOffer(item, active));
    if (again !== undefined) {
      pick.activeItems = [again];
    }
  };

  frameInput(pick, question.title, question.position);
  pick.placeholder = t('Pick a room, type its exact name, or paste its ID');
  pick.matchOnDescription = true;
  pick.keepScrollPosition = true;
  pick.value = question.value;
  try {
    return await new Promise(resolve => {
      rooms.onDidChange(draw);
      pick.onDidChangeValue(text => {
        draw();
        pause?.dispose();
        // An ID needs no search.
        if (parseRoomId(text) === undefined) {
          pause = clock.schedule(typingPause, () => void rooms.find(text.trim()));
        }
      });
      pick.onDidChangeActive(([active]) => {
        const row = active === undefined ? -1 : roomItems.indexOf(active);
        // Typed text filters what is there: where a row stands says nothing then.
        const isNearEnd = row >= 0 && row >= roomItems.length - rowsAhead && pick.value === '';
        if (isNearEnd && rooms.state.status === 'more') {
          void rooms.loadMore();
        }
      });
      pick.onDidAccept(() => {
        const action = pick.selectedItems[0]?.action;
        if (action?.kind === 'loadMore') {
          void rooms.loadMore();
        } else if (action) {
          resolve({ ...action, text: pick.value.trim() });
        }
      });
      pick.onDidTriggerButton(() => resolve(back));
      pick.onDidHide(() => resolve(undefined));
      void rooms.loadMore();
      draw();
      pick.show();
    });
  } finally {
    pause?.dispose();
    rooms.dispose();
    pick.dispose();
    question.onLoaded(rooms.state.rooms);
  }
}

function withIcon(item: AccountRoomItem): AccountRoomItem {
  return item.icon === undefined ? item : { ...item, iconPath: new ThemeIcon(item.icon) };
}

/** Whether two rows that stand beside the rooms offer the same: they are made anew with each page. */
function isSameOffer(one: AccountRoomItem, other: AccountRoomItem | undefined): boolean {
  const kind = one.action?.kind;
  return kind !== undefined && kind !== 'use' && kind === other?.action?.kind;
}
