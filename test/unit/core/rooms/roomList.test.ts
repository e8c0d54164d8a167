import { describe, expect, it } from 'vitest';
import type { RoomChange } from '../../../../src/core/rooms/roomList';
import { createWorld, key, newRefreshToken, room } from './world';

const ids = [
  '00000000-2222-4333-8444-555555555555',
  '11111111-2222-4333-8444-555555555555',
  'ffffffff-2222-4333-8444-555555555555',
] as const;

describe('The list of rooms', () => {
  it('stands in a fixed order: real rooms before sandbox rooms, each by name or id', async () => {
    const { open } = createWorld();
    const { keeper, rooms } = open();
    const sandbox = { sandbox: true, baseUrl: 'http://127.0.0.1:4010/v2' };
    for (const each of [
      { ...room, id: ids[2], name: 'alpha' },
      { ...room, ...sandbox, id: ids[0], name: 'aaa' },
      { ...room, id: ids[1], name: 'Beta' },
      { ...room, id: ids[0] },
    ]) {
      await keeper.keep(each, { refresh: { token: newRefreshToken() } });
    }
    expect(rooms.all().map(({ record }) => record.name ?? record.id)).toEqual([
      ids[0],
      'alpha',
      'Beta',
      'aaa',
    ]);
  });

  it('keeps rooms with the same id at different APIs apart', async () => {
    const { open } = createWorld();
    const { keeper, rooms, stored, tokens } = open();
    const elsewhere = { ...room, baseUrl: 'https://api.example/v2' };
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await keeper.keep(elsewhere, { refresh: { token: newRefreshToken(60) } });
    expect(rooms.all()).toHaveLength(2);
    await tokens.forget(key);
    expect(rooms.all().map(({ record }) => record.baseUrl)).toEqual([elsewhere.baseUrl]);
    expect(await stored.token('refresh', `https://api.example/${room.id}`)).toBe(
      newRefreshToken(60),
    );
  });

  it('says whether one room changed, or which rooms there are', async () => {
    const { open } = createWorld();
    const { keeper, rooms, tokens } = open();
    const changes: RoomChange[] = [];
    rooms.onDidChange(change => changes.push(change));
    await keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await keeper.keep(room, { refresh: { token: newRefreshToken(60) } });
    await tokens.forget(key);
    await tokens.forget(key);
    expect(changes).toEqual([{ kind: 'list' }, { kind: 'room', key }, { kind: 'list' }]);
  });
});
