import { ApiError } from '../api/apiError';
import type { Logger } from '../logger';
import { MissingTokenError } from '../rooms/missingTokenError';
import type { Room } from '../rooms/room';
import type { RoomKeeper } from '../rooms/roomKeeper';
import type { RoomList } from '../rooms/roomList';
import type { Schedule } from '../rooms/roomRequests';
import type { RoomTokens } from '../rooms/roomTokens';
import { suggestedRefreshTtl, suggestedTtl } from '../rooms/suggestedTtl';
import type { ApiKeys } from '../secrets/apiKeys';
import { MissingApiKeyError } from '../secrets/missingApiKeyError';
import { isFinal } from './autoRefreshStop';
import type { RoomPlan } from './roomPlan';

/** One request of auto-refresh for one room. */
export class AutoRefreshAttempts {
  constructor(
    private readonly rooms: RoomList,
    private readonly keeper: RoomKeeper,
    private readonly tokens: RoomTokens,
    private readonly apiKeys: ApiKeys,
    private readonly logger: Logger,
  ) {}

  /**
   * Refreshes a room or makes a new pair for it. Sends nothing, and answers undefined, when another
   * window has changed meanwhile what the user wants. Rejects with what the request rejects with.
   */
  async run(
    room: Room,
    action: RoomPlan['action'],
    signal: AbortSignal,
  ): Promise<Room | undefined> {
    const { key, record } = room;
    const scheduled: Schedule = {
      isWanted: () => this.rooms.current(key)?.autoRefresh === record.autoRefresh,
      failed: error => this.settle(key, action, error),
    };
    try {
      return await this.ask(room, action, scheduled, signal);
    } catch (error) {
      const saved = this.rooms.current(key);
      if (!isCancelled(error) || saved === undefined || scheduled.isWanted()) {
        throw error;
      }
      this.rooms.showSaved(saved);
      return undefined;
    }
  }

  private async ask(
    { record }: Room,
    action: RoomPlan['action'],
    scheduled: Schedule,
    signal: AbortSignal,
  ): Promise<Room> {
    const ttlSeconds = suggestedTtl(record);
    if (action === 'refresh') {
      return this.tokens.refresh({ room: record, ttlSeconds, scheduled }, signal);
    }
    const apiKey = await this.apiKeys.read(record.baseUrl);
    if (apiKey === undefined) {
      throw new MissingApiKeyError();
    }
    const refreshTtlSeconds = suggestedRefreshTtl(record);
    return this.tokens.generate(
      { room: record, ttlSeconds, refreshTtlSeconds, apiKey, scheduled },
      signal,
    );
  }

  /** Keeps that the API refused, so that no other window asks again. The user's own choice stands. */
  private async settle(key: string, action: RoomPlan['action'], error: unknown): Promise<void> {
    const isRefusal = isFinal(error) && !(error instanceof MissingTokenError);
    if (action === 'renew' || !isRefusal || this.rooms.current(key)?.autoRefresh === 'off') {
      return;
    }
    await this.keeper
      .chooseAutoRefresh(key, 'stopped')
      .catch(() => this.logger.warn(`That ${key} is stopped could not be kept.`));
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof ApiError && error.kind === 'cancelled';
}
