import type { Room, RoomRecord } from '../../../src/core/rooms/room';
import { roomKey } from '../../../src/core/rooms/roomIdentity';
import type { RoomContext } from '../../../src/display/roomContext';
import { roomId } from '../../support/telnyxTokens';

/** Noon in local time, so that tests hold in every time zone. */
export const noon = new Date(2026, 10, 23, 12, 0, 0).getTime();

/** A room whose client token lives 10 minutes and whose refresh token an hour from noon on. */
export function roomOf(record: Partial<RoomRecord> = {}, room: Partial<Room> = {}): Room {
  const whole: RoomRecord = {
    id: roomId,
    baseUrl: 'https://api.telnyx.com/v2',
    sandbox: false,
    clientToken: { issuedAt: noon, expiresAt: noon + 600_000 },
    refreshToken: { issuedAt: noon, expiresAt: noon + 3_600_000 },
    ...record,
  };
  return {
    key: roomKey(whole),
    record: whole,
    activity: { kind: 'idle' },
    autoRefresh: { kind: 'off' },
    lost: [],
    ...room,
  };
}

/** What is shown beside a room: clocks that agree, no API key, no request to come, not pinned. */
export function contextAt(now: number, context: Partial<RoomContext> = {}): RoomContext {
  return { now, clockOffset: 0, hasApiKey: false, pinned: false, ...context };
}

/** A room without a client token. */
export function emptyRoom(): Room {
  const room = roomOf();
  const { id, baseUrl, sandbox, refreshToken } = room.record;
  return { ...room, record: { id, baseUrl, sandbox, ...(refreshToken && { refreshToken }) } };
}

/** A room without a refresh token. */
export function clientOnlyRoom(): Room {
  const room = roomOf();
  const { refreshToken, ...record } = room.record;
  return { ...room, record };
}
