import type { HttpTransport } from './api/httpTransport';
import { RoomsApi } from './api/roomsApi';
import { TrustedOrigins } from './api/trustedOrigins';
import type { Logger } from './logger';
import { ExpiryWatch } from './rooms/expiryWatch';
import { OtherWindows } from './rooms/otherWindows';
import { RoomDetailsReader } from './rooms/roomDetails';
import { RoomList } from './rooms/roomList';
import { RoomRecords } from './rooms/roomRecords';
import { RoomTokens } from './rooms/roomTokens';
import { ApiKeys } from './secrets/apiKeys';
import type { SecretStore } from './secrets/secretStore';
import { TokenSecrets } from './secrets/tokenSecrets';
import type { StateStore } from './state/stateStore';
import type { Clock } from './time/clock';

/** What the core stands on: the ports that a host has to provide. */
export interface CorePorts {
  readonly secretStore: SecretStore;
  readonly state: StateStore;
  readonly transport: HttpTransport;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The core of one window. */
export type Core = ReturnType<typeof composeCore>;

/** Builds and connects the core of one window. Reads no secret and sends nothing. */
export function composeCore({ secretStore, state, transport, clock, logger }: CorePorts) {
  const records = new RoomRecords(state);
  const rooms = new RoomList(records);
  const secrets = new TokenSecrets(secretStore, logger);
  const apiKeys = new ApiKeys(secretStore, state, logger);
  const origins = new TrustedOrigins(state);
  const api = new RoomsApi(transport, origins, clock);
  const tokens = new RoomTokens(rooms, secrets, api, clock, logger);
  const otherWindows = new OtherWindows(secretStore, secrets, rooms, records, logger);
  const watch = new ExpiryWatch(rooms, clock);
  const details = new RoomDetailsReader(secrets);
  return {
    api,
    apiKeys,
    details,
    origins,
    otherWindows,
    records,
    rooms,
    secrets,
    tokens,
    watch,
    dispose() {
      apiKeys.dispose();
      watch.dispose();
      otherWindows.dispose();
    },
  };
}
