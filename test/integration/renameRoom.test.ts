import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { useWorld } from './support/world';

const { newToken, refreshToken, renameRoom } = commandIds;

describe('Telnyx: Rename Room', () => {
  const world = useWorld();

  /** What the only room is called in a list of rooms. */
  async function shownName(): Promise<string | undefined> {
    const { user, run } = world();
    await run(refreshToken, undefined, 'escape');
    return user.inputs.at(-1)?.rows[0];
  }

  it('gives a room a name that is shown everywhere, and takes it away again', async () => {
    const { user, room, run, refreshOnce } = world();
    await refreshOnce();
    strictEqual(await shownName(), room.shortId);

    strictEqual(await run(renameRoom, undefined, { type: ' Team room ' }), undefined);
    match(user.inputs.at(-1)?.prompt ?? '', new RegExp(room.id));
    strictEqual(await shownName(), 'Team room');
    await run(commandIds.turnOffAutoRefresh);
    strictEqual(user.texts.at(-1), 'Auto-refresh of room Team room is off.');

    await run(renameRoom, undefined, { type: '' });
    strictEqual(user.inputs.at(-1)?.value, 'Team room', 'the box starts with the name');
    strictEqual(await shownName(), room.shortId);
  });

  it('refuses a name that is too long or no plain text', async () => {
    const { user, room, run, refreshOnce } = world();
    await refreshOnce();
    const names = ['x'.repeat(41), '[a](command:b)', '$(bug) room'];
    await run(renameRoom, undefined, ...names.map(type => ({ type })), 'escape');
    strictEqual(user.inputs.at(-1)?.refusals.length, 3);
    match(user.inputs.at(-1)?.refusals[0] ?? '', /^A name has at most 40 characters/);
    strictEqual(await shownName(), room.shortId);
    await run(renameRoom, undefined, { type: 'x'.repeat(40) });
    strictEqual(await shownName(), 'x'.repeat(40));
  });

  it("gives way to the account's name", async () => {
    const { sandbox, user, run, refreshOnce, enterApiKey } = world();
    await refreshOnce();
    await run(renameRoom, undefined, { type: 'Team room' });
    await enterApiKey();
    await run(newToken, undefined, { goTo: 'stand-up' }, 'escape');
    await eventually(async () => (await shownName()) === 'stand-up');

    const requests = sandbox.requests.length;
    await run(renameRoom);
    match(user.texts.at(-1) ?? '', /no room to rename: rooms of your account have their names/);
    await run(renameRoom, world().room.key);
    match(user.texts.at(-1) ?? '', /^Room stand-up has its name from your account/);
    deepStrictEqual(sandbox.requests.length, requests, 'nothing is sent');
  });
});
