import { describe, expect, it } from 'vitest';
import { createWorld, key, newRefreshToken, noon, room } from './world';
import type { RoomRecord } from '../../../../src/core/rooms/room';
import { roomKey } from '../../../../src/core/rooms/roomIdentity';
import { otherRoomId } from '../../../support/telnyxTokens';

function living(seconds: number): RoomRecord {
  return { ...room, clientToken: { issuedAt: noon, expiresAt: noon + seconds * 1000 } };
}

async function watchRooms(...records: RoomRecord[]) {
  const { clock, preferences, state, open } = createWorld();
  // The reminder has a timer of its own.
  preferences.set({ notifyBeforeExpiry: 0 });
  for (const record of records) {
    await state.update(`telnyxRooms.room:${roomKey(record)}`, record);
  }
  const core = open();
  const seen: [key: string, secondsAfterNoon: number][] = [];
  core.watch.onDidChangePhase(changed => seen.push([changed, (clock.now() - noon) / 1000]));
  return { ...core, clock, seen };
}

describe('ExpiryWatch', () => {
  it('says when a token starts to expire and when it has, and nothing else', async () => {
    const { clock, seen } = await watchRooms(living(600));
    clock.advance(3_600_000);
    expect(seen).toEqual([
      [key, 540],
      [key, 600],
    ]);
    expect(clock.timers).toEqual([]);
  });

  it('never sleeps for longer than 30 s, in one timer for all rooms', async () => {
    const records = Array.from({ length: 1000 }, (_, index) => ({
      ...living(600 + index),
      id: room.id.replace(/\d{2}$/, '').slice(0, 33) + String(index).padStart(3, '0'),
    }));
    const { clock, rooms, seen } = await watchRooms(...records);
    expect(rooms.all()).toHaveLength(1000);
    expect(clock.timers).toEqual([30_000]);
    clock.advance(2_000_000);
    expect(seen).toHaveLength(2000);
  });

  it('has no timer where nothing is to come', async () => {
    const { clock } = await watchRooms({ ...room, clientToken: {} }, living(-5));
    expect(clock.timers).toEqual([]);
  });

  it('notices a token that ended while the machine slept, within 30 s of waking', async () => {
    const { clock, seen } = await watchRooms(living(600));
    clock.set(noon + 7_200_000);
    clock.advance(30_000);
    expect(seen.map(([changed]) => changed)).toEqual([key]);
  });

  it('does not miss a phase that is first seen when another room changes', async () => {
    const other = { ...living(600), id: otherRoomId };
    const { clock, keeper, seen } = await watchRooms(living(3600), other);
    clock.set(noon + 600_000);
    await keeper.keep(room, { refresh: { token: newRefreshToken(7200) } });
    expect(seen.map(([changed]) => changed)).toEqual([roomKey(other)]);
  });

  it('leaves the redrawing of a room that has changed to that change', async () => {
    const { keeper, seen } = await watchRooms(living(600));
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    expect(seen).toEqual([]);
  });

  it('goes on when the clock is set back, at most 30 s late', async () => {
    const { clock, seen } = await watchRooms(living(600));
    clock.advance(100_000);
    clock.set(noon - 200_000);
    clock.advance(800_000);
    expect(seen.map(([, seconds]) => seconds)).toEqual([270, 330]);
  });

  it('watches the refresh token as well, and what comes later', async () => {
    const { clock, keeper, seen } = await watchRooms();
    expect(clock.timers).toEqual([]);
    await keeper.keep(room, { refresh: { token: newRefreshToken(3600) } });
    await keeper.keep(room, { refresh: { token: newRefreshToken(3600) } });
    expect(clock.timers).toEqual([30_000]);
    clock.advance(3_600_000);
    expect(seen.map(([, seconds]) => seconds)).toEqual([3240, 3600]);
  });

  it('stops when it is disposed', async () => {
    const { clock, watch } = await watchRooms(living(600));
    watch.dispose();
    expect(clock.timers).toEqual([]);
  });
});
