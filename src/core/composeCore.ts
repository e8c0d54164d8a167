import { ConnectionsAhead } from './api/connectionsAhead';
import type { HttpTransport } from './api/httpTransport';
import { RateLimits } from './api/rateLimits';
import { RoomsApi } from './api/roomsApi';
import { TrustedOrigins } from './api/trustedOrigins';
import { AutoRefresh } from './autoRefresh/autoRefresh';
import { AutoRefreshAttempts } from './autoRefresh/autoRefreshAttempts';
import { Retries } from './autoRefresh/retries';
import { RoomPlans } from './autoRefresh/roomPlans';
import { WindowFocus } from './autoRefresh/windowFocus';
import type { RoomLocks } from './locks/roomLocks';
import type { Logger } from './logger';
import type { Preferences } from './preferences';
import { ProgramRefreshes } from './programs/programRefreshes';
import { DrillTokens } from './rooms/drillTokens';
import { ExpiryReminder } from './rooms/expiryReminder';
import { ExpiryWatch } from './rooms/expiryWatch';
import { OtherWindows } from './rooms/otherWindows';
import { RoomDetailsReader } from './rooms/roomDetails';
import { RoomKeeper } from './rooms/roomKeeper';
import { RoomList } from './rooms/roomList';
import { RoomRecords } from './rooms/roomRecords';
import { RoomTokens } from './rooms/roomTokens';
import { StoredTokens } from './rooms/storedTokens';
import { TokenRequests } from './rooms/tokenRequests';
import { ApiKeys } from './secrets/apiKeys';
import type { SecretStore } from './secrets/secretStore';
import { TokenSecrets } from './secrets/tokenSecrets';
import type { StateStore } from './state/stateStore';
import { boundedSecretStore, boundedStateStore } from './storage/boundedStores';
import type { Clock } from './time/clock';
import { ServerClocks } from './time/serverClocks';

/** What the core stands on: the ports that a host has to provide. */
export interface CorePorts {
  readonly secretStore: SecretStore;
  readonly state: StateStore;
  readonly transport: HttpTransport;
  readonly locks: RoomLocks;
  readonly preferences: Preferences;
  readonly clock: Clock;
  readonly logger: Logger;
  /** From 0 to 1, such as `Math.random`. */
  readonly random: () => number;
}

/** The core of one window. */
export type Core = ReturnType<typeof composeCore>;

/** Builds and connects the core of one window. Reads no secret, and sends nothing at once. */
export function composeCore(ports: CorePorts) {
  const { transport, locks, preferences, clock, logger, random } = ports;
  const secretStore = boundedSecretStore(ports.secretStore, clock);
  const state = boundedStateStore(ports.state, clock);
  const clocks = new ServerClocks(clock);
  const records = new RoomRecords(state);
  const rooms = new RoomList(records);
  const secrets = new TokenSecrets(secretStore, logger);
  const apiKeys = new ApiKeys(secretStore, state, logger);
  const origins = new TrustedOrigins(state);
  const limits = new RateLimits(clock);
  const api = new RoomsApi(transport, origins, clocks, limits);
  const ahead = new ConnectionsAhead(transport, origins, clock);
  const stored = new StoredTokens(rooms, records, secrets);
  const keeper = new RoomKeeper(rooms, secrets, clocks);
  const requests = new TokenRequests(stored, keeper, api, clocks, logger);
  const tokens = new RoomTokens(rooms, keeper, stored, secrets, requests, locks, clocks, logger);
  const otherWindows = new OtherWindows(secretStore, secrets, rooms, records, stored, logger);
  const watch = new ExpiryWatch(rooms, clocks);
  const details = new RoomDetailsReader(stored);

  const focus = new WindowFocus(clock);
  const retries = new Retries(clocks, random);
  const plans = new RoomPlans(rooms, retries, limits, origins, apiKeys, preferences, focus, clocks);
  const attempts = new AutoRefreshAttempts(rooms, keeper, tokens, apiKeys, logger);
  const autoRefresh = new AutoRefresh({
    rooms,
    plans,
    ahead: ahead.hold(),
    retries,
    limits,
    attempts,
    apiKeys,
    origins,
    preferences,
    focus,
    clocks,
    logger,
  });
  const reminder = new ExpiryReminder(rooms, state, preferences, focus, clocks);
  return {
    ahead,
    api,
    apiKeys,
    autoRefresh,
    clocks,
    details,
    drill: new DrillTokens(requests, clocks),
    focus,
    keeper,
    origins,
    otherWindows,
    programRefreshes: new ProgramRefreshes(rooms, tokens, origins, clock),
    records,
    reminder,
    rooms,
    secretStore,
    secrets,
    state,
    stored,
    tokens,
    watch,
    /**
     * Looks for what came, went or was left half-done unnoticed: in other windows, or in one that was
     * killed. Reads no secret but those that its room's record knows nothing of. Never rejects.
     */
    async catchUp() {
      await Promise.all([otherWindows.catchUp(), apiKeys.catchUp()]);
    },
    dispose() {
      autoRefresh.dispose();
      ahead.dispose();
      reminder.dispose();
      apiKeys.dispose();
      watch.dispose();
      otherWindows.dispose();
    },
  };
}
