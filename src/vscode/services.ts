import type { LogOutputChannel } from 'vscode';
import type { AutoRefresh } from '../core/autoRefresh/autoRefresh';
import type { ClearedClipboard } from '../core/clipboard/clearedClipboard';
import type { CoreStart } from '../core/composeStart';
import type { Work } from '../core/composeWork';
import type { EnvSync } from '../core/envFiles/envSync';
import type { LaunchConsent } from '../core/launch/launchConsent';
import type { Disposable } from '../core/emitter';
import type { Logger } from '../core/logger';
import type { RoomList } from '../core/rooms/roomList';
import type { StateStore } from '../core/state/stateStore';
import type { Clock } from '../core/time/clock';
import type { LazyPart } from './lazyPart';
import type { Messages } from './messages/messages';
import type { ReadOnlyDocuments } from './readOnlyDocuments';
import type { RoomContexts } from './roomContexts';
import type { SandboxHost } from './sandbox/sandboxHost';
import type { ExpiryStatusBar } from './statusBar/expiryStatusBar';
import type { PinnedRoom } from './statusBar/pinnedRoom';
import type { RoomTokensView } from './tree/roomTokensView';

/** What commands can work with of what a window starts with. Built once, in `openWindow.ts`. */
interface StartServices extends Pick<
  CoreStart,
  'apiKeys' | 'catchUp' | 'clocks' | 'secretStore' | 'stored'
> {
  readonly channel: LogOutputChannel;
  /** This machine's clock. */
  readonly clock: Clock;
  readonly contexts: RoomContexts;
  readonly documents: ReadOnlyDocuments;
  readonly launchConsent: LaunchConsent;
  readonly logger: Logger;
  readonly messages: Messages;
  readonly pinned: PinnedRoom;
  readonly rooms: Pick<RoomList, 'all' | 'get'>;
  readonly statusBar: Pick<ExpiryStatusBar, 'roomKey'>;
  readonly view: RoomTokensView;
}

/**
 * What commands, and all that is loaded on demand, work with. Built once, in `createServices.ts`; a
 * command takes the members it needs.
 */
export interface Services
  extends
    StartServices,
    Pick<
      Work,
      'ahead' | 'api' | 'details' | 'drill' | 'keeper' | 'origins' | 'programRefreshes' | 'tokens'
    > {
  readonly autoRefresh: Pick<AutoRefresh, 'nextAt'>;
  readonly clipboard: ClearedClipboard;
  readonly envSync: EnvSync;
  readonly sandbox: SandboxHost;
}

/** Services, and a way to let go of what they hold. */
export type OwnedServices = Services & Disposable;

/** The services, in a bundle of their own that is loaded when somebody first works with them. */
export type LazyServices = LazyPart<OwnedServices>;

/** What a window starts with, for whoever builds the rest. */
export interface Start extends StartServices {
  readonly core: CoreStart;
  /** Where the extension keeps files, as a path. */
  readonly folder: string;
  readonly workspaceState: StateStore;
}
