import { deepStrictEqual, match, notStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { debug } from 'vscode';
import launchesDocument from '../../docs/launches.md';
import { roomKey } from '../../src/core/rooms/roomIdentity';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { itInNewest } from './support/inNewest';
import { useLaunches } from './support/launches';
import { agree, launchUser } from './support/launchUser';
import { expectNoTrace } from './support/noTrace';
import { useWorld } from './support/world';

const { clientToken, renameRoom, roomId, setRefreshToken } = commandIds;

/** Both commands in the environment, the room's ID last. */
const both = {
  env: {
    TELNYX_CLIENT_TOKEN: `\${command:${clientToken}}`,
    TELNYX_ROOM_ID: `\${command:${roomId}}`,
  },
};

const byInput = { env: { TELNYX_CLIENT_TOKEN: '${input:token}' } };

/** An input that asks for a token with these arguments. */
function input(args?: unknown) {
  return { id: 'token', type: 'command', command: clientToken, args };
}

/** The files that docs/launches.md shows. */
const documentedExamples = [...launchesDocument.matchAll(/```jsonc\n([^]*?)```/g)].map(
  ([, text]) => text ?? '',
);

describe('Launch', () => {
  const world = useWorld();
  const launches = useLaunches();
  const { configuration } = launches;
  const { storedToken, questions } = launchUser(world);

  /** Adds another room with a token. */
  async function addRoom() {
    const { sandbox, run } = world();
    const { id } = sandbox.createRoom();
    await run(setRefreshToken, undefined, { type: sandbox.issueTokens(id).refresh_token });
    return { id, key: roomKey({ id, baseUrl: sandbox.baseUrl }), shortId: id.slice(0, 8) };
  }

  describe('F5', () => {
    it('gives a Node program the stored client token and the room ID, and asks once', async () => {
      const { room, sandbox, user, refreshOnce } = world();
      await refreshOnce();
      await launches.write([configuration('app', both)]);
      user.will(agree);
      const given = await launches.start('app');
      deepStrictEqual(given, { token: await storedToken(), roomId: room.id, args: [] });
      deepStrictEqual(await launches.start('app'), given);

      const [question, ...others] = questions();
      deepStrictEqual(others, []);
      ok(question?.modal);
      match(question.text, /^Give client tokens to programs that the workspace \S+ starts\?$/);
      match(question.detail ?? '', /"Telnyx: Stop Giving Tokens to Launches" takes it back/);
      strictEqual(sandbox.requests.length, 1);
      expectNoTrace(given.token, user.everythingShown);
    });

    it('ends after Escape, asks again the next time, and when it was taken back', async () => {
      const { user, refreshOnce, run } = world();
      await refreshOnce();
      await launches.write(
        [configuration('app', both), configuration('by input', byInput)],
        [input()],
      );
      user.will('escape');
      strictEqual(await launches.start('app'), undefined);
      user.will('escape');
      strictEqual(await launches.start('by input'), undefined);
      strictEqual(questions().length, 2);

      await run(clientToken, undefined, agree);
      await run(commandIds.stopGivingTokens);
      match(user.texts.at(-1) ?? '', /get no more client tokens/);
      user.will('escape');
      strictEqual(await launches.start('app'), undefined);
      strictEqual(questions().length, 4);
    });

    it('asks for the room once where there are several; Escape ends the launch', async () => {
      const { room, user, refreshOnce } = world();
      await refreshOnce();
      const other = await addRoom();
      await launches.write([configuration('app', both)]);
      user.will(agree, 'escape');
      strictEqual(await launches.start('app'), undefined);
      user.will({ pick: room.shortId });
      deepStrictEqual(await launches.start('app'), {
        token: await storedToken(),
        roomId: room.id,
        args: [],
      });
      const pick = user.inputs.at(-1);
      strictEqual(pick?.title, 'Client Token for app');
      deepStrictEqual([...pick.rows].sort(), [room.shortId, other.shortId].sort());
      // Another launch is another question.
      user.will('escape');
      strictEqual(await launches.start('app'), undefined);
    });

    it('uses the room that an input names, and the token lasts as long as it says', async () => {
      const { room, sandbox, user, refreshOnce, run } = world();
      await refreshOnce(600);
      await addRoom();
      await run(renameRoom, room.key, { type: 'stand-up' });
      await launches.write([configuration('app', byInput)], [input({ room: 'stand-up' })]);
      user.will(agree);
      const stored = await storedToken();
      strictEqual((await launches.start('app'))?.token, stored);
      strictEqual(sandbox.requests.length, 1);

      const args = { room: room.id, minValidSeconds: 900 };
      await launches.write([configuration('app', byInput)], [input(args)]);
      const given = await launches.start('app');
      notStrictEqual(given?.token, stored);
      strictEqual(given?.token, await storedToken());
      strictEqual(sandbox.requests.length, 2);
      match(sandbox.requests[1]?.body ?? '', /"token_ttl_secs":900/);
    });

    it('starts all of a compound, and asks one question after the other', async () => {
      const { room, user, refreshOnce } = world();
      await refreshOnce();
      const other = await addRoom();
      await launches.write(
        ['one', 'two'].map(name => configuration(name, { ...both, args: [name] })),
        [],
        [{ name: 'all', configurations: ['one', 'two'] }],
      );
      user.will(agree, { pick: room.shortId }, { pick: room.shortId });
      ok(await debug.startDebugging(launches.folder, 'all'));
      await eventually(async () => (await launches.given()).length === 2);
      const given = await launches.given();
      const token = await storedToken();
      deepStrictEqual(
        given.sort((one, two) => String(one.args).localeCompare(String(two.args))),
        ['one', 'two'].map(name => ({ token, roomId: room.id, args: [name] })),
        `not room ${other.id}`,
      );
      deepStrictEqual(
        user.inputs
          .slice(-2)
          .map(({ title }) => title)
          .sort(),
        ['Client Token for one', 'Client Token for two'],
      );
      strictEqual(questions().length, 1);
    });

    it('refreshes a token that has expired first', async () => {
      const { sandbox, user, refreshOnce } = world();
      sandbox.failNext({ kind: 'tokenLife', seconds: -60 });
      await refreshOnce();
      const expired = sandbox.requests.length;
      await launches.write([configuration('app', both)]);
      user.will(agree);
      const given = await launches.start('app');
      strictEqual(sandbox.requests.length, expired + 1);
      strictEqual(given?.token, await storedToken());
    });

    for (const [name, fail, says] of [
      [
        'is refused',
        () => world().sandbox.failNext({ kind: 'status', status: 403 }),
        /refused the refresh token/,
      ],
      ['breaks off', () => world().sandbox.failNext({ kind: 'reset' }, 2), /connection|reach/i],
      ['finds no network', () => world().sandbox.close(), /reach|connect/i],
    ] as const) {
      it(`starts nothing and says why when the refresh ${name}`, async () => {
        const { sandbox, user, refreshOnce } = world();
        sandbox.failNext({ kind: 'tokenLife', seconds: -60 });
        await refreshOnce();
        await launches.write([configuration('app', both)]);
        user.will(agree);
        await fail();
        strictEqual(await launches.start('app'), undefined);
        match(user.texts.at(-1) ?? '', says);
      });
    }
  });

  describe('A task', function () {
    // Terminals take their time.
    this.timeout(60_000);
    const run = { type: 'process', command: process.execPath, args: ['program.js'] };
    const shell = { type: 'shell', command: `"${process.execPath}" program.js` };

    for (const [name, task] of Object.entries({ process: run, shell })) {
      it(`of type ${name} gets both, and asks for the room once`, async () => {
        const { room, user, refreshOnce } = world();
        await refreshOnce();
        await addRoom();
        await launches.writeTasks([{ label: 'app', ...task, options: both, problemMatcher: [] }]);
        user.will(agree, { pick: room.shortId });
        deepStrictEqual(await launches.runTask('app'), {
          token: await storedToken(),
          roomId: room.id,
          args: [],
        });
      });
    }

    // Takes 20 s in VS Code 1.105, and 2 s in 1.139.
    itInNewest('is not run after Escape, and can be run again', async () => {
      const { room, user, refreshOnce } = world();
      await refreshOnce();
      await launches.writeTasks(
        [{ label: 'app', ...run, options: byInput, problemMatcher: [] }],
        [input({ room: room.id })],
      );
      user.will('escape');
      const cancelledRun = launches.runTask('app');
      await eventually(() => questions().length === 1);
      user.will(agree);
      const token = await storedToken();
      strictEqual((await launches.runTask('app'))?.token, token);
      await cancelledRun;
      deepStrictEqual(await launches.given(), [{ token, args: [] }]);
    });
  });

  it('the examples of docs/launches.md work as they stand', async () => {
    const { room, user, refreshOnce, run } = world();
    await refreshOnce();
    await run(renameRoom, room.key, { type: 'stand-up' });
    const [launchJson, tasksJson] = documentedExamples;
    ok(launchJson && tasksJson);
    await launches.writeProgram('server.js');
    await launches.writeFile('.vscode/launch.json', launchJson);
    await launches.writeFile('.vscode/tasks.json', tasksJson);
    await launches.waitForConfiguration('Server');
    user.will(agree);
    const token = await storedToken();
    deepStrictEqual(await launches.start('Server'), { token, roomId: room.id, args: [] });
    deepStrictEqual(await launches.runTask('Serve'), { token, args: [] });
  }).timeout(60_000);
});
