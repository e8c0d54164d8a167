import { ApiError } from '../../../../src/core/api/apiError';
import type { AutoRefreshState } from '../../../../src/core/autoRefresh/autoRefreshState';
import type { Room } from '../../../../src/core/rooms/room';
import { decodeToken } from '../../../../src/core/tokens/decodeToken';
import { clientOnlyRoom, emptyRoom, noon, roomOf } from '../rooms';

/** What the rooms of these tests are called: a name is not translated. */
export const title = 'Stand-up';

const seconds = noon / 1000;

/** The claims of a token that lives 10 minutes from noon on. */
export const life = { iat: seconds, exp: seconds + 600 };

/** The claims of a token that ended before noon. */
export const past = { iat: seconds - 60, exp: seconds - 5 };

/** A request that failed. */
export const failure = new ApiError('server', { status: 500 });

const autoRefreshes: readonly AutoRefreshState[] = [
  { kind: 'on' },
  { kind: 'off' },
  { kind: 'paused' },
  { kind: 'retrying', at: noon, error: undefined },
  { kind: 'retrying', at: noon, error: failure },
  ...(['refused', 'noRefreshToken', 'refreshTokenEnded', 'untrustedOrigin'] as const).map(
    obstacle => ({ kind: 'stopped', obstacle }) as const,
  ),
];

/** Rooms in every state that shows. */
export const rooms: readonly Room[] = [
  ...autoRefreshes.map(autoRefresh => roomOf({ name: title }, { autoRefresh })),
  roomOf({ sandbox: true, baseUrl: 'http://127.0.0.1:1/v2' }),
  roomOf({ clientToken: {}, refreshToken: {} }),
  roomOf({}, { activity: { kind: 'refreshing' } }),
  roomOf({}, { activity: { kind: 'failed', error: failure } }),
  roomOf({}, { lost: ['client'] }),
  roomOf({}, { lost: ['refresh'] }),
  emptyRoom(),
  clientOnlyRoom(),
  roomOf({ clientToken: { expiresAt: noon + 1e9 } }),
];

/** What a token holds that has to decode. */
export function decoded(token: string) {
  const result = decodeToken(token);
  if (!result.ok) {
    throw new RangeError('a token that does not decode');
  }
  return result.token;
}
