import { originOf } from '../../core/api/apiBaseUrl';
import type { ConnectionAhead } from '../../core/api/connectionsAhead';
import type { RefreshRequest } from '../../core/rooms/roomRequests';
import type { Room } from '../../core/rooms/room';
import { roomKey, type RoomIdentity } from '../../core/rooms/roomIdentity';
import { clientTokenTtl } from '../../core/rooms/tokenTtl';
import { suggestedTtl } from '../../core/rooms/suggestedTtl';
import { t } from '../../display/l10n';
import { roomTitle } from '../../display/roomTitle';
import type { Services } from '../services';
import { settings } from '../settings';
import { askRefreshToken } from './askRefreshToken';
import { askRoom } from './askRoom';
import { askTtl } from './askTtl';
import { settleStep } from './settleStep';
import { RefreshTokenLookup } from './refreshTokenLookup';
import { runSteps, type Step } from './steps';

const title = t('Refresh Room Token');

type RefreshServices = Pick<Services, 'apiKeys' | 'clocks' | 'contexts' | 'rooms' | 'stored'>;

/** Where a refresh starts: on a room, or with the room still to be asked. */
export interface RefreshStart {
  readonly room?: RoomIdentity;
  /** The API that a room which is not known yet is taken to be of. */
  readonly baseUrl: string;
  /** The TTL in seconds, when it need not be asked any more. */
  readonly ttlSeconds?: number;
  /** Asks for a refresh token even where a usable one is stored. */
  readonly newRefreshToken?: boolean;
}

/**
 * Asks room, TTL and refresh token, each only when it has to be asked; undefined after Escape. As soon
 * as it is clear which API the answers are for, the connection there is opened.
 */
export async function askRefresh(
  services: RefreshServices,
  start: RefreshStart,
  ahead: ConnectionAhead,
): Promise<RefreshRequest | undefined> {
  const { clocks, contexts, rooms } = services;
  let room: RoomIdentity | undefined = start.room;
  let ttlSeconds = start.ttlSeconds;
  let refreshToken: string | undefined;
  const openAhead = () => ahead.to(room?.baseUrl ?? onlyBaseUrl(start.baseUrl, rooms.all()));
  const known = () => (room === undefined ? undefined : rooms.get(roomKey(room)));
  const lookup = new RefreshTokenLookup(services);

  const roomStep: Step = {
    isNeeded: () => Promise.resolve(start.room === undefined),
    async ask(position) {
      const { baseUrl } = start;
      const question = {
        title,
        rooms: rooms.all(),
        baseUrl,
        contextOf: contexts.of,
        position,
      };
      const answer = await askRoom(question);
      return settleStep(answer, chosen => {
        // Another room has a TTL of its own to suggest.
        ttlSeconds = room && roomKey(room) === roomKey(chosen) ? ttlSeconds : undefined;
        room = chosen;
        openAhead();
      });
    },
  };

  const ttlStep: Step = {
    isNeeded: () => Promise.resolve(start.ttlSeconds === undefined),
    async ask(position) {
      openAhead();
      if (room !== undefined) {
        void lookup.begin(roomKey(room));
      }
      const suggestion = ttlSeconds ?? suggestedTtl(known()?.record ?? {}, settings.defaultTtl());
      const question = {
        title,
        token: 'client' as const,
        bounds: clientTokenTtl,
        suggestion,
        position,
      };
      return settleStep(await askTtl(question), ttl => (ttlSeconds = ttl));
    },
  };

  const tokenStep: Step = {
    async isNeeded() {
      return (
        start.newRefreshToken === true ||
        room === undefined ||
        (await lookup.whyAsk(room)) !== undefined
      );
    },
    async ask(position) {
      if (room === undefined) {
        return 'cancelled';
      }
      openAhead();
      const target = room;
      const prompt =
        (await lookup.whyAsk(room)) ?? t`Paste a new refresh token for room ${roomTitle(room)}`;
      return settleStep(
        await askRefreshToken({ title, prompt, roomId: room.id, position }, () =>
          clocks.now(target.baseUrl),
        ),
        entered => (refreshToken = entered.token),
      );
    },
  };

  openAhead();
  const finished = await runSteps([roomStep, ttlStep, tokenStep]);
  return finished && room !== undefined && ttlSeconds !== undefined
    ? { room, ttlSeconds, ...(refreshToken !== undefined && { refreshToken }) }
    : undefined;
}

/** The API that any answer is for, where all rooms are of the one that new rooms are of. */
function onlyBaseUrl(baseUrl: string, rooms: readonly Room[]): string | undefined {
  const isOnly = rooms.every(({ record }) => originOf(record.baseUrl) === originOf(baseUrl));
  return isOnly ? baseUrl : undefined;
}
