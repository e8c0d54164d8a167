import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { it } from 'mocha';
import { env } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { describeInNewest, itInNewest } from './support/inNewest';
import { eventually } from './support/eventually';
import { useWorld } from './support/world';

const { addToken, copyToken, startExpiryDrill } = commandIds;

describeInNewest('Telnyx: Start Expiry Drill', () => {
  const world = useWorld();

  itInNewest(
    'copies a short-lived token, counts it down, and says what an app should have done',
    async () => {
      const { sandbox, user, run, refreshOnce } = world();
      await refreshOnce();
      await run(copyToken);
      const own = await env.clipboard.readText();
      const drill = run(startExpiryDrill, undefined, { pick: '10 s' }, 'escape');
      const countdown = await user.openProgress('Expiry drill');
      deepStrictEqual(user.inputs.at(-1)?.rows, ['10 s', '30 s', '60 s']);

      const copied = await env.clipboard.readText();
      match(copied, /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/);
      ok(copied !== own, "it is not the room's own");
      strictEqual(sandbox.requests.length, 2);
      match(sandbox.requests[1]?.body ?? '', /"token_ttl_secs":10,/);
      await run(copyToken);
      strictEqual(await env.clipboard.readText(), own, "the room's own token is what it was");

      await drill;
      ok(!countdown.isOpen);
      const seconds = countdown.reports.map(report => Number(/0:(\d\d)$/.exec(report)?.[1]));
      ok(seconds.length >= 8, countdown.reports.join(', '));
      ok(seconds.every((left, index) => index === 0 || left < (seconds[index - 1] ?? 0)));
      strictEqual(seconds.at(-1), 1);

      const review = user.messages.at(-1);
      ok(review?.modal);
      match(review.text, /^The token of the drill ended .*\d\d:\d\d:\d\d\.$/);
      match(review.detail ?? '', /room\.updateClientToken/);
      deepStrictEqual(review.buttons, ['Run Again', 'Copy Room Token']);
      strictEqual(sandbox.requests.length, 2, 'nothing more is asked for');
      ok(!user.everythingShown.includes(copied));
    },
  );

  it('can be cancelled while it counts down, and then says nothing', async () => {
    const { user, run, refreshOnce } = world();
    await refreshOnce();
    const messages = user.messages.length;
    const drill = run(startExpiryDrill, undefined, { pick: '60 s' });
    (await user.openProgress('Expiry drill')).cancel();
    await drill;
    strictEqual(user.messages.length, messages);
  });

  it('runs again with the same length', async () => {
    const { sandbox, user, run, refreshOnce } = world();
    await refreshOnce();
    sandbox.failNext({ kind: 'tokenLife', seconds: 2 });
    const drill = run(startExpiryDrill, undefined, { pick: '30 s' }, { press: 'Run Again' });
    await eventually(() => sandbox.requests.length === 3);
    (await user.openProgress('Expiry drill')).cancel();
    await drill;
    match(sandbox.requests[2]?.body ?? '', /"token_ttl_secs":30,/);
  });

  it("gives the room's own token back at the end", async () => {
    const { sandbox, run, refreshOnce } = world();
    await refreshOnce();
    await run(copyToken);
    const own = await env.clipboard.readText();
    sandbox.failNext({ kind: 'tokenLife', seconds: 2 });
    await run(startExpiryDrill, undefined, { pick: '10 s' }, { press: 'Copy Room Token' });
    strictEqual(await env.clipboard.readText(), own);
  });

  it('changes nothing after Escape at its length', async () => {
    const { sandbox, user, run, refreshOnce } = world();
    await refreshOnce();
    const messages = user.messages.length;
    await run(startExpiryDrill, undefined, 'escape');
    strictEqual(sandbox.requests.length, 1);
    strictEqual(user.messages.length, messages);
    strictEqual(user.progresses.length, 0);
  });

  it('says why the API gave no token, and can be tried again', async () => {
    const { sandbox, user, run, refreshOnce } = world();
    await refreshOnce();
    sandbox.failNext({ kind: 'status', status: 500 });
    sandbox.failNext({ kind: 'tokenLife', seconds: 2 });
    await run(
      startExpiryDrill,
      undefined,
      ...[{ pick: '10 s' }, { press: 'Try Again' }, 'escape' as const],
    );
    await eventually(() => user.messages.at(-1)?.modal === true);
    match(user.texts.at(-2) ?? '', /problem of its own/);
    strictEqual(sandbox.requests.length, 3);
  });

  it('says what it needs where no room has a refresh token', async () => {
    const { sandbox, user, room, run } = world();
    await run(addToken, undefined, { type: sandbox.issueTokens(room.id).token });
    await run(startExpiryDrill);
    strictEqual(user.texts.at(-1), 'A drill needs a room with a refresh token.');
    deepStrictEqual(user.messages.at(-1)?.buttons, ['Add Room Token']);
  });
});
