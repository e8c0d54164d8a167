import type { ServerClocks } from '../time/serverClocks';
import { timesOfToken } from '../tokens/decodeToken';
import { earlier } from '../tokens/tokenTimes';
import type { RoomIdentity } from './roomIdentity';
import type { TokenRequests } from './tokenRequests';

/** The lengths of a drill, in seconds. */
export const drillSeconds = [10, 30, 60] as const;

/** A client token to watch an app with. */
export interface DrillToken {
  readonly token: string;
  /** In milliseconds since the epoch, by this machine. */
  readonly endsAt: number;
}

/** Gets short-lived client tokens that are never kept: the room's own tokens stay what they are. */
export class DrillTokens {
  constructor(
    private readonly requests: TokenRequests,
    private readonly clocks: ServerClocks,
  ) {}

  /** A client token that lives so many seconds. Rejects as `TokenRequests.issue` does. */
  async issue(room: RoomIdentity, ttlSeconds: number, signal: AbortSignal): Promise<DrillToken> {
    const { token, expiresAt } = await this.requests.issue({ room, ttlSeconds }, signal);
    const { machine } = this.clocks;
    const end = earlier(timesOfToken(token).expiresAt, expiresAt);
    return {
      token,
      endsAt:
        end === undefined
          ? machine.now() + ttlSeconds * 1000
          : end - this.clocks.offset(room.baseUrl),
    };
  }
}
