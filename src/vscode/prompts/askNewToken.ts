import type { ConnectionAhead } from '../../core/api/connectionsAhead';
import type { KeyCall } from '../../core/api/roomsApi';
import { roomKey, type RoomIdentity } from '../../core/rooms/roomIdentity';
import type { GenerateRequest } from '../../core/rooms/roomRequests';
import { suggestedRefreshTtl, suggestedTtl } from '../../core/rooms/suggestedTtl';
import { clientTokenTtl, refreshTokenTtl } from '../../core/rooms/tokenTtl';
import { t } from '../../display/l10n';
import type { Services } from '../services';
import { settings } from '../settings';
import { askAccountRoom } from './askAccountRoom';
import { pickTtl } from './pickTtl';
import { settleStep } from './settleStep';
import { runSteps, type Step } from './steps';

const title = t('New Room Token');

/** Where a new token starts: on a room, or with the room still to be picked. */
export interface NewTokenStart {
  readonly call: KeyCall;
  readonly room?: RoomIdentity;
}

/** Asks room and both TTLs, with the connection opened meanwhile; undefined after Escape. */
export async function askNewToken(
  services: Services,
  { call, room: given }: NewTokenStart,
  ahead: ConnectionAhead,
): Promise<GenerateRequest | undefined> {
  let room = given;
  let ttlSeconds: number | undefined;
  let refreshTtlSeconds: number | undefined;
  const known = () => (room && services.rooms.get(roomKey(room))?.record) ?? {};

  const roomStep: Step = {
    isNeeded: () => Promise.resolve(given === undefined),
    ask: async position =>
      settleStep(await askAccountRoom(services, title, call, position), chosen => (room = chosen)),
  };

  const ttlStep: Step = {
    isNeeded: () => Promise.resolve(true),
    ask: async position => {
      ahead.to(call.baseUrl);
      return settleStep(
        await pickTtl({
          title,
          token: 'client',
          bounds: clientTokenTtl,
          presets: [60, 600, 3600],
          suggestion: ttlSeconds ?? suggestedTtl(known(), settings.defaultTtl()),
          position,
        }),
        ttl => (ttlSeconds = ttl),
      );
    },
  };

  const refreshTtlStep: Step = {
    isNeeded: () => Promise.resolve(true),
    ask: async position => {
      ahead.to(call.baseUrl);
      return settleStep(
        await pickTtl({
          title,
          token: 'refresh',
          bounds: refreshTokenTtl,
          presets: [3600, 14_400, 86_400],
          suggestion: refreshTtlSeconds ?? suggestedRefreshTtl(known()),
          position,
        }),
        ttl => (refreshTtlSeconds = ttl),
      );
    },
  };

  const finished = await runSteps([roomStep, ttlStep, refreshTtlStep]);
  return finished && room && ttlSeconds !== undefined && refreshTtlSeconds !== undefined
    ? { room, ttlSeconds, refreshTtlSeconds, apiKey: call.apiKey }
    : undefined;
}
