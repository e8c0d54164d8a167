import { window, type Disposable, type TreeView } from 'vscode';
import type { LaunchConsent } from '../../core/launch/launchConsent';
import type { RoomView as Rooms } from '../../core/rooms/roomList';
import type { ServerClocks } from '../../core/time/serverClocks';
import { clockText } from '../../display/clockText';
import { t } from '../../display/l10n';
import type { RoomNode } from './roomNode';
import type { RoomTreeProvider } from './roomTreeProvider';

const viewId = 'telnyxRooms.tokens';

/** The view "Room Tokens" in the activity bar. */
export class RoomTokensView implements Disposable {
  private readonly view: TreeView<RoomNode>;
  private subscriptions: readonly { dispose(): void }[];

  constructor(
    private readonly provider: RoomTreeProvider,
    private readonly rooms: Rooms,
    private readonly clocks: ServerClocks,
    private readonly launchConsent: LaunchConsent,
  ) {
    this.view = window.createTreeView(viewId, { treeDataProvider: provider });
    this.subscriptions = [this.view];
  }

  /** Says above the rows what holds for all of them, from now on. */
  start(): void {
    this.subscriptions = [
      this.view,
      this.clocks.onDidChange(() => this.showMessage()),
      this.launchConsent.onDidChange(() => this.showMessage()),
      this.rooms.onDidChange(change => {
        if (change.kind === 'list') {
          this.showMessage();
        }
      }),
    ];
    this.showMessage();
  }

  /** Shows a room's row, opening the view where needed. */
  async reveal(roomKey: string, options: { focus: boolean }): Promise<void> {
    try {
      await this.view.reveal(this.provider.roomNode(roomKey), { select: true, ...options });
    } catch {
      // A user may have hidden the view, and the room may be gone by now: nothing depends on it.
    }
  }

  /** Draws a room's row, and what stands under it, anew. */
  redraw(roomKey: string): void {
    this.provider.redraw(roomKey);
  }

  dispose(): void {
    this.subscriptions.forEach(subscription => subscription.dispose());
  }

  /** A message would hide the welcome text of the empty view, so that has none. */
  private showMessage(): void {
    const rooms = this.rooms.all();
    const skews = rooms.map(({ record }) => clockText(this.clocks.offset(record.baseUrl)));
    const skew = skews.find(text => text !== undefined);
    const parts = [
      ...(skew === undefined ? [] : [`${skew}.`]),
      ...(rooms.length > 0 ? [t('Tokens are decoded here, not verified.')] : []),
      ...(rooms.length > 0 && this.launchConsent.isGiven
        ? [t('Programs that this workspace starts may get client tokens.')]
        : []),
    ];
    this.view.message = parts.join(' ');
  }
}
