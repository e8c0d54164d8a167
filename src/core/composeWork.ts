import { ConnectionsAhead } from './api/connectionsAhead';
import type { HttpTransport } from './api/httpTransport';
import { RateLimits } from './api/rateLimits';
import { RoomsApi } from './api/roomsApi';
import { TrustedOrigins } from './api/trustedOrigins';
import { AutoRefresh } from './autoRefresh/autoRefresh';
import { AutoRefreshAttempts } from './autoRefresh/autoRefreshAttempts';
import { Retries } from './autoRefresh/retries';
import { RoomPlans } from './autoRefresh/roomPlans';
import type { CoreStart } from './composeStart';
import type { RoomLocks } from './locks/roomLocks';
import type { Logger } from './logger';
import type { Preferences } from './preferences';
import { ProgramRefreshes } from './programs/programRefreshes';
import { DrillTokens } from './rooms/drillTokens';
import { ExpiryReminder } from './rooms/expiryReminder';
import { RoomDetailsReader } from './rooms/roomDetails';
import { RoomKeeper } from './rooms/roomKeeper';
import { RoomTokens } from './rooms/roomTokens';
import { TokenRequests } from './rooms/tokenRequests';
import type { Clock } from './time/clock';

/** What the part of the core stands on that gets tokens. */
export interface WorkPorts {
  readonly transport: HttpTransport;
  readonly locks: RoomLocks;
  readonly preferences: Preferences;
  readonly clock: Clock;
  readonly logger: Logger;
  /** From 0 to 1, such as `Math.random`. */
  readonly random: () => number;
}

/** The part of the core that gets tokens. */
export type Work = ReturnType<typeof composeWork>;

/**
 * Builds what gets tokens and keeps rooms fresh, and connects it with what the window has started with.
 * Reads no secret, and sends nothing at once.
 */
export function composeWork(ports: WorkPorts, start: CoreStart) {
  const { transport, locks, preferences, clock, logger, random } = ports;
  const { apiKeys, clocks, focus, rooms, secrets, state, stored } = start;
  const origins = new TrustedOrigins(state);
  const limits = new RateLimits(clock);
  const api = new RoomsApi(transport, origins, clocks, limits);
  const ahead = new ConnectionsAhead(transport, origins, clock);
  const keeper = new RoomKeeper(rooms, secrets, clocks);
  const requests = new TokenRequests(stored, keeper, api, clocks, logger);
  const tokens = new RoomTokens(rooms, keeper, stored, secrets, requests, locks, clocks, logger);

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
    autoRefresh,
    details: new RoomDetailsReader(stored),
    drill: new DrillTokens(requests, clocks),
    keeper,
    origins,
    programRefreshes: new ProgramRefreshes(rooms, tokens, origins, clock),
    reminder,
    tokens,
    dispose() {
      autoRefresh.dispose();
      ahead.dispose();
      reminder.dispose();
    },
  };
}
