import {
  EventEmitter,
  TreeItemCollapsibleState,
  type Disposable,
  type TreeDataProvider,
  type TreeItem,
} from 'vscode';
import type { ExpiryWatch } from '../../core/rooms/expiryWatch';
import type { RoomView } from '../../core/rooms/roomList';
import type { ApiKeys } from '../../core/secrets/apiKeys';
import type { ServerClocks } from '../../core/time/serverClocks';
import type { Row } from '../../display/row';
import type { LazyServices } from '../services';
import type { RoomContexts } from '../roomContexts';
import type { PinnedRoom } from '../statusBar/pinnedRoom';
import type { RoomNode } from './roomNode';

/** The view's rows. Reads a room's secrets only when its row is opened; no network, no prompts. */
export class RoomTreeProvider implements TreeDataProvider<RoomNode>, Disposable {
  private readonly changed = new EventEmitter<RoomNode | undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  /** VS Code tells elements apart by identity, so each room keeps its own. */
  private readonly roomNodes = new Map<string, RoomNode>();
  private subscriptions: readonly { dispose(): void }[] = [];

  constructor(
    private readonly rooms: RoomView,
    private readonly contexts: RoomContexts,
    private readonly services: LazyServices,
    private readonly pinned: PinnedRoom,
    private readonly apiKeys: ApiKeys,
    private readonly clocks: ServerClocks,
    private readonly watch: ExpiryWatch,
  ) {}

  /** The element that stands for a room. */
  roomNode(roomKey: string): RoomNode {
    const node = this.roomNodes.get(roomKey) ?? { kind: 'room', roomKey };
    this.roomNodes.set(roomKey, node);
    return node;
  }

  /** Draws a room's row, and what stands under it, anew; nothing happens when it is gone. */
  redraw(roomKey: string): void {
    if (this.rooms.get(roomKey) !== undefined) {
      this.changed.fire(this.roomNode(roomKey));
    }
  }

  async getTreeItem(node: RoomNode): Promise<TreeItem> {
    const { roomRow, rowItem } = await loadRows();
    if (node.kind === 'row') {
      const state = node.row.children?.length
        ? TreeItemCollapsibleState.Collapsed
        : TreeItemCollapsibleState.None;
      return rowItem(node.row, state);
    }
    const room = this.rooms.get(node.roomKey);
    return room === undefined
      ? rowItem({ id: node.roomKey, label: '' }, TreeItemCollapsibleState.None)
      : rowItem(roomRow(room, this.contexts.of(room)), TreeItemCollapsibleState.Collapsed);
  }

  async getChildren(node?: RoomNode): Promise<RoomNode[]> {
    if (node === undefined) {
      this.listen();
      return this.rooms.all().map(room => this.roomNode(room.key));
    }
    const rows = node.kind === 'row' ? (node.row.children ?? []) : await this.rowsOf(node.roomKey);
    return rows.map(row => ({ kind: 'row', roomKey: node.roomKey, row }));
  }

  /** VS Code asks this to reveal a row: only rooms are revealed, and they stand at the top. */
  getParent(): undefined {
    return undefined;
  }

  /** From the first time that rows are asked for: before, there is nothing to draw anew. */
  private listen(): void {
    if (this.subscriptions.length > 0) {
      return;
    }
    const redrawAll = () => this.changed.fire(undefined);
    this.subscriptions = [
      this.rooms.onDidChange(change =>
        this.changed.fire(change.kind === 'room' ? this.roomNode(change.key) : undefined),
      ),
      this.watch.onDidChangePhase(key => this.redraw(key)),
      this.pinned.onDidChange(redrawAll),
      this.apiKeys.onDidChange(redrawAll),
      this.clocks.onDidChange(redrawAll),
    ];
  }

  private async rowsOf(roomKey: string): Promise<readonly Row[]> {
    const { openedRows } = await loadRows();
    const services = await this.services.load();
    const room = this.rooms.get(roomKey);
    return room === undefined ? [] : openedRows(services, room, this.contexts.of(room));
  }

  dispose(): void {
    this.subscriptions.forEach(subscription => subscription.dispose());
    this.changed.dispose();
  }
}

/** In a bundle of its own: the view of most windows is never opened. */
function loadRows() {
  return import('./rows');
}
