import { ApiError } from '../../core/api/apiError';
import type { ProgramError } from '../../core/programs/programError';
import type { Room } from '../../core/rooms/room';
import { suggestedTtl } from '../../core/rooms/suggestedTtl';
import { decodeToken } from '../../core/tokens/decodeToken';
import { refreshProblem } from '../../display/programs/refreshProblem';
import type { Services } from '../services';
import { settings } from '../settings';
import { unexpectedProblem } from './unexpectedProblem';

export { namedRoom } from '../../display/programs/namedRoom';

/** What a refresh for a program works with. */
export type ProgramServices = Pick<
  Services,
  'apiKeys' | 'clocks' | 'logger' | 'programRefreshes' | 'rooms' | 'stored'
>;

/** The TTL in seconds that a program's refresh of a room asks for: the one that a user is suggested. */
export function programTtl({ record }: Room): number {
  return suggestedTtl(record, settings.defaultTtl());
}

/**
 * Refreshes a room for another extension or an agent, without a question or a message.
 *
 * @throws {ProgramError} with what the program, and through it the user, is to know.
 */
export async function refreshForProgram(
  services: ProgramServices,
  room: Room,
  signal: AbortSignal,
): Promise<Room> {
  try {
    return await services.programRefreshes.refresh(room, programTtl(room), signal);
  } catch (error) {
    throw (await problem(services, room, error)) ?? unexpectedProblem(services.logger, error);
  }
}

async function problem(
  { apiKeys, clocks, stored }: ProgramServices,
  { key, record }: Room,
  error: unknown,
): Promise<ProgramError | undefined> {
  const sent = error instanceof ApiError ? await stored.token('refresh', key).catch(() => '') : '';
  const decoded = decodeToken(sent);
  const context = {
    room: record,
    ...(decoded.ok && { refreshToken: decoded.token }),
    hasApiKey: apiKeys.has(record.baseUrl),
  };
  return refreshProblem(error, context, clocks.now(record.baseUrl));
}
