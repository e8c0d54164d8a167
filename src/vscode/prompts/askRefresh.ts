import { MissingTokenError } from '../../core/rooms/missingTokenError';
import type { RefreshRequest } from '../../core/rooms/roomTokens';
import type { Room } from '../../core/rooms/room';
import { roomKey, type RoomIdentity } from '../../core/rooms/roomIdentity';
import { expiryPhase } from '../../core/time/expiryPhase';
import { roomTitle } from '../../display/roomTitle';
import { localTime } from '../../display/timeText';
import type { Services } from '../services';
import { settings } from '../settings';
import { askRefreshToken } from './askRefreshToken';
import { askRoom } from './askRoom';
import { back } from './frameInput';
import { askTtl } from './askTtl';
import { runSteps, type Step, type StepOutcome } from './steps';

const title = 'Refresh Room Token';

type RefreshServices = Pick<Services, 'clock' | 'rooms' | 'tokens'>;

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

/** Asks room, TTL and refresh token, each only when it has to be asked; undefined after Escape. */
export async function askRefresh(
  services: RefreshServices,
  start: RefreshStart,
): Promise<RefreshRequest | undefined> {
  const { clock, rooms } = services;
  let room: RoomIdentity | undefined = start.room;
  let ttlSeconds = start.ttlSeconds;
  let refreshToken: string | undefined;
  const known = () => (room === undefined ? undefined : rooms.get(roomKey(room)));

  const roomStep: Step = {
    isNeeded: () => Promise.resolve(start.room === undefined),
    async ask(position) {
      const { baseUrl } = start;
      const question = { title, rooms: rooms.all(), baseUrl, now: clock.now(), position };
      const answer = await askRoom(question);
      return settle(answer, chosen => {
        // Another room has a TTL of its own to suggest.
        ttlSeconds = room && roomKey(room) === roomKey(chosen) ? ttlSeconds : undefined;
        room = chosen;
      });
    },
  };

  const ttlStep: Step = {
    isNeeded: () => Promise.resolve(start.ttlSeconds === undefined),
    async ask(position) {
      const suggestion = ttlSeconds ?? known()?.record.lastTtlSeconds ?? settings.defaultTtl();
      return settle(await askTtl(title, suggestion, position), ttl => (ttlSeconds = ttl));
    },
  };

  const tokenStep: Step = {
    async isNeeded() {
      return (
        start.newRefreshToken === true ||
        room === undefined ||
        (await whyAskForToken(services, room)) !== undefined
      );
    },
    async ask(position) {
      if (room === undefined) {
        return 'cancelled';
      }
      const prompt =
        (await whyAskForToken(services, room)) ??
        `Paste a new refresh token for room ${roomTitle(room)}`;
      return settle(
        await askRefreshToken({ title, prompt, roomId: room.id, position }, clock),
        entered => (refreshToken = entered.token),
      );
    },
  };

  const finished = await runSteps([roomStep, ttlStep, tokenStep]);
  return finished && room !== undefined && ttlSeconds !== undefined
    ? { room, ttlSeconds, ...(refreshToken !== undefined && { refreshToken }) }
    : undefined;
}

/** Why the room's stored refresh token can't be used, as a prompt for another; undefined if it can. */
async function whyAskForToken(
  { clock, rooms, tokens }: RefreshServices,
  room: RoomIdentity,
): Promise<string | undefined> {
  const known: Room | undefined = rooms.get(roomKey(room));
  const name = roomTitle(room);
  const times = known?.record.refreshToken;
  if (times?.expiresAt !== undefined && expiryPhase(times, clock.now()) === 'expired') {
    return `The refresh token of room ${name} expired ${localTime(times.expiresAt, clock.now())}: paste a new one`;
  }
  try {
    await tokens.token('refresh', roomKey(room));
    return undefined;
  } catch (error) {
    if (!(error instanceof MissingTokenError)) {
      throw error;
    }
    return error.lost
      ? `VS Code could no longer read the refresh token of room ${name}, enter it again`
      : `Refresh token of room ${name}, kept in VS Code's secret storage`;
  }
}

/** Takes an answer in, or says that there is none. */
function settle<T>(answer: T | typeof back | undefined, take: (answer: T) => void): StepOutcome {
  if (answer === undefined) {
    return 'cancelled';
  }
  if (answer === back) {
    return 'back';
  }
  take(answer);
  return 'done';
}
