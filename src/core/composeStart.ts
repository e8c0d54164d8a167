import { WindowFocus } from './autoRefresh/windowFocus';
import type { Logger } from './logger';
import { ExpiryWatch } from './rooms/expiryWatch';
import { OtherWindows } from './rooms/otherWindows';
import { RoomList } from './rooms/roomList';
import { RoomRecords } from './rooms/roomRecords';
import { StoredTokens } from './rooms/storedTokens';
import { ApiKeys } from './secrets/apiKeys';
import type { SecretStore } from './secrets/secretStore';
import { TokenSecrets } from './secrets/tokenSecrets';
import type { StateStore } from './state/stateStore';
import { boundedSecretStore, boundedStateStore } from './storage/boundedStores';
import type { Clock } from './time/clock';
import { ServerClocks } from './time/serverClocks';

/** What the part of the core stands on that a window starts with. */
export interface StartPorts {
  readonly secretStore: SecretStore;
  readonly state: StateStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The part of the core that a window starts with. */
export type CoreStart = ReturnType<typeof composeStart>;

/**
 * Builds and connects what knows and shows the rooms of one window; what gets tokens comes with
 * `composeWork`. Reads no secret at once.
 */
export function composeStart(ports: StartPorts) {
  const { clock, logger } = ports;
  const secretStore = boundedSecretStore(ports.secretStore, clock);
  const state = boundedStateStore(ports.state, clock);
  const clocks = new ServerClocks(clock);
  const records = new RoomRecords(state);
  const rooms = new RoomList(records);
  const secrets = new TokenSecrets(secretStore, logger);
  const apiKeys = new ApiKeys(secretStore, state, logger);
  const stored = new StoredTokens(rooms, records, secrets);
  const otherWindows = new OtherWindows(secretStore, secrets, rooms, records, stored, logger);
  const watch = new ExpiryWatch(rooms, clocks);
  return {
    apiKeys,
    clocks,
    focus: new WindowFocus(clock),
    otherWindows,
    records,
    rooms,
    secretStore,
    secrets,
    state,
    stored,
    watch,
    /**
     * Looks for what came, went or was left half-done unnoticed: in other windows, or in one that was
     * killed. Reads no secret but those that its room's record knows nothing of. Never rejects.
     */
    async catchUp() {
      await Promise.all([otherWindows.catchUp(), apiKeys.catchUp()]);
    },
    dispose() {
      apiKeys.dispose();
      watch.dispose();
      otherWindows.dispose();
    },
  };
}
