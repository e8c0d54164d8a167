import type { LogOutputChannel } from 'vscode';
import type { RoomsApi } from '../core/api/roomsApi';
import type { TrustedOrigins } from '../core/api/trustedOrigins';
import type { RoomList } from '../core/rooms/roomList';
import type { RoomTokens } from '../core/rooms/roomTokens';
import type { ApiKeys } from '../core/secrets/apiKeys';
import type { SecretStore } from '../core/secrets/secretStore';
import type { Clock } from '../core/time/clock';
import type { Messages } from './messages/messages';
import type { SandboxHost } from './sandbox/sandboxHost';
import type { ExpiryStatusBar } from './statusBar/expiryStatusBar';
import type { PinnedRoom } from './statusBar/pinnedRoom';
import type { RoomTokensView } from './tree/roomTokensView';

/** What commands work with. Built once, in `extension.ts`; a command takes the members it needs. */
export interface Services {
  readonly api: RoomsApi;
  readonly apiKeys: ApiKeys;
  readonly channel: LogOutputChannel;
  readonly clock: Clock;
  readonly messages: Messages;
  readonly origins: TrustedOrigins;
  readonly pinned: PinnedRoom;
  readonly rooms: Pick<RoomList, 'all' | 'get'>;
  readonly sandbox: SandboxHost;
  readonly secretStore: SecretStore;
  readonly statusBar: Pick<ExpiryStatusBar, 'roomKey'>;
  readonly tokens: RoomTokens;
  readonly view: RoomTokensView;
}
