import { describe, expect, it } from 'vitest';
import { createWorld, key, newClientToken, newRefreshToken, room } from './world';

describe('The names of a room', () => {
  const accountRoom = { id: room.id, live: false, recording: false };

  async function roomWithToken() {
    const world = createWorld();
    const core = world.open();
    await core.keeper.keep(room, { refresh: { token: newRefreshToken() } });
    await world.secrets.settled();
    return { ...world, core };
  }

  it('is kept as the user gives it, over new tokens and a reload', async () => {
    const { core, open } = await roomWithToken();
    await core.keeper.rename(key, '  Dress rehearsal ');
    await core.keeper.keep(room, { client: { token: newClientToken(60) } });
    expect(core.rooms.get(key)?.record.givenName).toBe('Dress rehearsal');
    expect(open().rooms.get(key)?.record.givenName).toBe('Dress rehearsal');
  });

  it('is taken away by an empty one', async () => {
    const { core, open } = await roomWithToken();
    await core.keeper.rename(key, 'Stage');
    await core.keeper.rename(key, ' ');
    expect(open().rooms.get(key)?.record).not.toHaveProperty('givenName');
  });

  it('is learnt from the account for known rooms, and written only when it is news', async () => {
    const { core, open } = await roomWithToken();
    const changes: unknown[] = [];
    core.rooms.onDidChange(change => changes.push(change));
    const rooms = [{ ...accountRoom, name: 'stage' }];
    await core.keeper.learnNames(room.baseUrl, rooms);
    await core.keeper.learnNames(room.baseUrl, rooms);
    await core.keeper.learnNames('https://api.example/v2', [{ ...accountRoom, name: 'elsewhere' }]);
    await core.keeper.learnNames(room.baseUrl, [accountRoom]);
    expect(changes).toEqual([{ kind: 'room', key }]);
    expect(open().rooms.get(key)?.record.name).toBe('stage');
  });

  it('is not undone by another window that does not know it yet', async () => {
    const { core, open } = await roomWithToken();
    const other = open();
    await core.keeper.rename(key, 'Stage');
    await other.keeper.keep(room, { client: { token: newClientToken(60) } });
    expect(other.rooms.get(key)?.record.givenName).toBe('Stage');
    expect(open().rooms.get(key)?.record.givenName).toBe('Stage');
  });

  it('reaches another window when that gets the focus', async () => {
    const { core, open } = await roomWithToken();
    const other = open();
    await core.keeper.rename(key, 'Stage');
    await core.keeper.chooseAutoRefresh(key, 'off');
    await other.otherWindows.catchUp();
    expect(other.rooms.get(key)?.record).toMatchObject({
      givenName: 'Stage',
      autoRefresh: 'off',
    });
  });
});
