import { MissingTokenError } from '../../core/rooms/missingTokenError';
import { roomKey, type RoomIdentity } from '../../core/rooms/roomIdentity';
import { hasExpired } from '../../core/time/expiryPhase';
import { t } from '../../display/l10n';
import { roomTitle } from '../../display/roomTitle';
import { localTime } from '../../display/timeText';
import { waitForStorage } from '../messages/storageWait';
import type { Services } from '../services';

/**
 * Finds out whether a room's stored refresh token can be used. Reading it takes VS Code some
 * milliseconds, so that begins while another prompt still stands; it is read again when it is used.
 */
export class RefreshTokenLookup {
  private reading: { readonly key: string; readonly token: Promise<string> } | undefined;

  constructor(
    private readonly services: Pick<Services, 'apiKeys' | 'clocks' | 'rooms' | 'stored'>,
  ) {}

  /** Begins to read the token of the room with this key. */
  begin(key: string): Promise<string> {
    if (this.reading?.key !== key) {
      const token = this.services.stored.token('refresh', key);
      // Nobody asks for it after Escape.
      token.catch(() => undefined);
      this.reading = { key, token };
    }
    return this.reading.token;
  }

  /** Why the stored token can't be used, as a prompt for another; undefined if it can. */
  async whyAsk(room: RoomIdentity): Promise<string | undefined> {
    const { apiKeys, clocks, rooms } = this.services;
    const key = roomKey(room);
    const name = roomTitle(room);
    const times = rooms.get(key)?.record.refreshToken;
    const now = clocks.now(room.baseUrl);
    if (times?.expiresAt !== undefined && hasExpired(times, now)) {
      const end = localTime(times.expiresAt, now);
      // Translators: {1} is a time such as 12:24:55.
      return apiKeys.has(room.baseUrl)
        ? t`The refresh token of room ${name} expired ${end}: paste a new one, or press Escape and renew it with your API key`
        : t`The refresh token of room ${name} expired ${end}: paste a new one`;
    }
    try {
      await waitForStorage(clocks.machine, this.begin(key));
      return undefined;
    } catch (error) {
      if (!(error instanceof MissingTokenError)) {
        throw error;
      }
      return error.lost
        ? t`VS Code could no longer read the refresh token of room ${name}, enter it again`
        : t`Refresh token of room ${name}, kept in VS Code's secret storage`;
    }
  }
}
