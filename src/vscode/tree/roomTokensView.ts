import { window, type Disposable, type TreeView } from 'vscode';
import type { RoomView as Rooms } from '../../core/rooms/roomList';
import type { RoomNode } from './roomNode';
import type { RoomTreeProvider } from './roomTreeProvider';

const viewId = 'telnyxRooms.tokens';

/** The view "Room Tokens" in the activity bar. */
export class RoomTokensView implements Disposable {
  private readonly view: TreeView<RoomNode>;
  private readonly subscription: { dispose(): void };

  constructor(
    private readonly provider: RoomTreeProvider,
    rooms: Rooms,
  ) {
    this.view = window.createTreeView(viewId, { treeDataProvider: provider });
    // A message would hide the welcome text of the empty view.
    const showMessage = () => {
      this.view.message = rooms.all().length > 0 ? 'Tokens are decoded here, not verified.' : '';
    };
    this.subscription = rooms.onDidChange(change => {
      if (change.kind === 'list') {
        showMessage();
      }
    });
    showMessage();
  }

  /** Shows a room's row, opening the view where needed. */
  async reveal(roomKey: string, options: { focus: boolean }): Promise<void> {
    try {
      await this.view.reveal(this.provider.roomNode(roomKey), { select: true, ...options });
    } catch {
      // A user may have hidden the view, and the room may be gone by now: nothing depends on it.
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.view.dispose();
  }
}
