import type { LogOutputChannel } from 'vscode';
import type { ConnectionsAhead } from '../core/api/connectionsAhead';
import type { RoomsApi } from '../core/api/roomsApi';
import type { TrustedOrigins } from '../core/api/trustedOrigins';
import type { AutoRefresh } from '../core/autoRefresh/autoRefresh';
import type { Logger } from '../core/logger';
import type { ProgramRefreshes } from '../core/programs/programRefreshes';
import type { EnvSync } from '../core/envFiles/envSync';
import type { DrillTokens } from '../core/rooms/drillTokens';
import type { RoomKeeper } from '../core/rooms/roomKeeper';
import type { RoomList } from '../core/rooms/roomList';
import type { RoomTokens } from '../core/rooms/roomTokens';
import type { LaunchConsent } from '../core/launch/launchConsent';
import type { ClearedClipboard } from '../core/clipboard/clearedClipboard';
import type { StoredTokens } from '../core/rooms/storedTokens';
import type { ApiKeys } from '../core/secrets/apiKeys';
import type { SecretStore } from '../core/secrets/secretStore';
import type { Clock } from '../core/time/clock';
import type { ServerClocks } from '../core/time/serverClocks';
import type { Messages } from './messages/messages';
import type { ReadOnlyDocuments } from './readOnlyDocuments';
import type { RoomContexts } from './roomContexts';
import type { SandboxHost } from './sandbox/sandboxHost';
import type { ExpiryStatusBar } from './statusBar/expiryStatusBar';
import type { PinnedRoom } from './statusBar/pinnedRoom';
import type { RoomTokensView } from './tree/roomTokensView';

/** What commands work with. Built once, in `extension.ts`; a command takes the members it needs. */
export interface Services {
  readonly ahead: ConnectionsAhead;
  readonly api: RoomsApi;
  readonly apiKeys: ApiKeys;
  readonly autoRefresh: Pick<AutoRefresh, 'nextAt'>;
  /** Shows what was stored or lost unnoticed. Never rejects. */
  readonly catchUp: () => Promise<void>;
  readonly channel: LogOutputChannel;
  readonly clipboard: ClearedClipboard;
  /** This machine's clock. */
  readonly clock: Clock;
  /** What time it is for the APIs: what tokens' times are compared with. */
  readonly clocks: ServerClocks;
  readonly contexts: RoomContexts;
  readonly documents: ReadOnlyDocuments;
  readonly drill: DrillTokens;
  readonly envSync: EnvSync;
  readonly keeper: RoomKeeper;
  readonly logger: Logger;
  readonly launchConsent: LaunchConsent;
  readonly messages: Messages;
  readonly origins: TrustedOrigins;
  readonly pinned: PinnedRoom;
  readonly programRefreshes: ProgramRefreshes;
  readonly rooms: Pick<RoomList, 'all' | 'get'>;
  readonly sandbox: SandboxHost;
  readonly secretStore: SecretStore;
  readonly stored: StoredTokens;
  readonly statusBar: Pick<ExpiryStatusBar, 'roomKey'>;
  readonly tokens: RoomTokens;
  readonly view: RoomTokensView;
}
