import { deepStrictEqual, match, rejects, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { agree, launchUser } from './support/launchUser';
import { useWorld } from './support/world';

const { clientToken, forgetEverything, roomId } = commandIds;

/** What a call is answered with where there is nothing to answer: it cancels launches. */
const cancelled = { message: 'Canceled' };

describe('The launch command for the client token', () => {
  const world = useWorld();
  const { storedToken, questions } = launchUser(world);

  it('answers the token alone, to whoever calls it, after the same question', async () => {
    const { user, refreshOnce } = world();
    await refreshOnce();
    user.will(agree);
    const [one, two] = await Promise.all([
      commands.executeCommand(clientToken),
      commands.executeCommand(clientToken, null),
    ]);
    deepStrictEqual([one, two], [await storedToken(), await storedToken()]);
    strictEqual(questions().length, 1);
  });

  it('answers nothing to a keybinding, which passes no argument and shows every error', async () => {
    await world().refreshOnce();
    world().user.will('escape');
    strictEqual(await commands.executeCommand(clientToken), undefined);
  });

  it('answers nothing where nobody agreed, to none of the calls that waited', async () => {
    const { user, refreshOnce, run } = world();
    await refreshOnce();
    user.will('escape');
    const calls = [1, 2].map(() => run(clientToken));
    await Promise.all(calls.map(call => rejects(call, cancelled)));
    strictEqual(questions().length, 1);
  });

  it('takes no configuration for arguments', async () => {
    const { refreshOnce, run } = world();
    await refreshOnce();
    const token = await storedToken();
    const others = { room: 'elsewhere', minValidSeconds: 'x' };
    for (const argument of [
      { type: 'node', request: 'launch', name: 'app', ...others },
      { ...others, env: { A: `\${command:${clientToken}}` } },
      [`\${command:${clientToken}}`, 'elsewhere'],
    ]) {
      const agreeOnce = questions().length === 0 ? [agree] : [];
      strictEqual(await run(clientToken, argument, ...agreeOnce), token);
    }
  });

  for (const [args, says] of [
    [{ room: 'elsewhere' }, /asks for the room "elsewhere", and no room here/],
    [{ room: 7 }, /"room" .* must be the ID or the name/],
    [{ room: ' ' }, /"room" .* must be the ID or the name/],
    [{ minValidSeconds: '60' }, /from 0 to 3600/],
    [{ minValidSeconds: -1 }, /from 0 to 3600/],
    [{ minValidSeconds: 3601 }, /from 0 to 3600/],
    [{ rooms: 'x' }, /no member "rooms"/],
    ['stand-up', /must be an object/],
    [['stand-up'], /must be an object/],
  ] as const) {
    it(`says what is wrong with ${JSON.stringify(args)}, and asks nothing`, async () => {
      const { user, refreshOnce, run } = world();
      await refreshOnce();
      await rejects(run(clientToken, args), cancelled);
      match(user.texts.at(-1) ?? '', says);
      deepStrictEqual(questions(), []);
    });
  }

  it('leads on where there is no room yet', async () => {
    const { user, run } = world();
    await rejects(run(clientToken), cancelled);
    await rejects(run(roomId), cancelled);
    deepStrictEqual(user.messages.at(-1)?.buttons, ['New Room Token', 'Add Room Token']);
    deepStrictEqual(questions(), []);
  });

  it('gives nothing that was taken back while it waited', async () => {
    const { sandbox, refreshOnce, run, user } = world();
    await refreshOnce();
    await run(clientToken, undefined, agree);
    sandbox.setFault({ kind: 'delay', milliseconds: 300 });
    const call = run(clientToken, { minValidSeconds: 3600 });
    await eventually(() => sandbox.requests.length === 2);
    await run(commandIds.stopGivingTokens);
    await rejects(call, cancelled);
    strictEqual(user.unusedAnswers.length, 0);
  });

  it('is asked about again after Forget Everything', async () => {
    const { refreshOnce, run } = world();
    await refreshOnce();
    await run(clientToken, undefined, agree);
    await run(forgetEverything, undefined, { press: 'Forget Everything' });
    await refreshOnce();
    await run(clientToken, undefined, agree);
    strictEqual(questions().length, 2);
  });
});

describe('The launch command for the room ID', () => {
  const world = useWorld();
  const { questions } = launchUser(world);

  it('needs no consent', async () => {
    const { room, refreshOnce, run } = world();
    await refreshOnce();
    strictEqual(await run(roomId), room.id);
    strictEqual(await run(roomId, { room: room.key }), room.id);
    deepStrictEqual(questions(), []);
  });
});
