import {
  StatusBarAlignment,
  ThemeColor,
  window,
  type Disposable,
  type StatusBarItem,
} from 'vscode';
import type { RoomView } from '../../core/rooms/roomList';
import { longestSleep } from '../../core/time/alarm';
import type { Clock } from '../../core/time/clock';
import type { ServerClocks } from '../../core/time/serverClocks';
import { t } from '../../display/l10n';
import { statusBarView, type SecondsMode, type StatusBarView } from '../../display/statusBarView';
import { commandIds } from '../commands/commandIds';
import { settings } from '../settings';
import type { RoomContexts } from '../roomContexts';
import type { PinnedRoom } from './pinnedRoom';

/** Out of focus nobody reads the seconds. */
const unfocusedPause = 30_000;

const backgrounds: Readonly<Record<StatusBarView['tone'], string | undefined>> = {
  normal: undefined,
  warning: 'statusBarItem.warningBackground',
  error: 'statusBarItem.errorBackground',
};

/** The countdown in the status bar: one item, one timer armed for the next change of its text. */
export class ExpiryStatusBar implements Disposable {
  private readonly item: StatusBarItem;
  private subscriptions: readonly { dispose(): void }[];
  private readonly clock: Clock;
  private shown: StatusBarView | undefined;
  private timer: { dispose(): void } | undefined;
  /** Kept, as VS Code takes longer to look it up than all the rest of a change of the text takes. */
  private seconds: SecondsMode = 'always';

  constructor(
    private readonly rooms: RoomView,
    private readonly pinned: PinnedRoom,
    private readonly contexts: Pick<RoomContexts, 'now' | 'of'>,
    private readonly clocks: ServerClocks,
  ) {
    this.clock = clocks.machine;
    this.item = window.createStatusBarItem('telnyxRooms.expiry', StatusBarAlignment.Left, 10);
    this.item.name = t('Telnyx Room Token');
    this.item.command = commandIds.showRoomActions;
    this.subscriptions = [this.item];
  }

  /** Shows the item as soon as there is a room, from now on. */
  start(): void {
    const update = () => this.update();
    const readSetting = () => {
      this.seconds = settings.statusBarSeconds();
      this.update();
    };
    this.subscriptions = [
      this.item,
      this.rooms.onDidChange(update),
      this.clocks.onDidChange(update),
      this.pinned.onDidChange(update),
      settings.onDidChange('statusBar.seconds')(readSetting),
      window.onDidChangeWindowState(update),
    ];
    readSetting();
  }

  /** The key of the room that is shown. */
  get roomKey(): string | undefined {
    return this.shown?.roomKey;
  }

  dispose(): void {
    this.timer?.dispose();
    this.subscriptions.forEach(subscription => subscription.dispose());
  }

  private update(): void {
    this.timer?.dispose();
    const view = statusBarView(
      this.rooms.all(),
      this.pinned.key,
      this.seconds,
      this.contexts.of,
      this.contexts.now,
    );
    this.draw(view);
    if (view?.changesIn !== undefined) {
      const pause = window.state.focused
        ? Math.min(view.changesIn, longestSleep)
        : Math.max(view.changesIn, unfocusedPause);
      this.timer = this.clock.schedule(pause, () => this.update());
    }
  }

  /** Assigns only what differs: VS Code sends every assignment to the window, and a new tooltip closes an open one. */
  private draw(view: StatusBarView | undefined): void {
    const { shown } = this;
    this.shown = view;
    if (view === undefined) {
      this.item.hide();
      return;
    }
    if (view.text !== shown?.text) {
      this.item.text = view.text;
    }
    if (view.tone !== shown?.tone) {
      const background = backgrounds[view.tone];
      this.item.backgroundColor = background === undefined ? undefined : new ThemeColor(background);
    }
    if (view.tooltip !== shown?.tooltip) {
      this.item.tooltip = view.tooltip;
    }
    if (view.accessibilityLabel !== shown?.accessibilityLabel) {
      this.item.accessibilityInformation = { label: view.accessibilityLabel };
    }
    if (shown === undefined) {
      this.item.show();
    }
  }
}
