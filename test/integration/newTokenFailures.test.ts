import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { it } from 'mocha';
import { env } from 'vscode';
import type { Fault } from '../../src/sandbox/startSandbox';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { describeInNewest } from './support/inNewest';
import { agreeToOrigin, useWorld } from './support/world';

const { copyToken, newToken, refreshToken, setApiKey } = commandIds;

describeInNewest('A new room token that fails', () => {
  const world = useWorld();

  it('asks for the key again where a wrong one was entered', async () => {
    const { sandbox, user, run } = world();
    await run(newToken, undefined, agreeToOrigin, { type: 'KEY-that-is-not-known' });
    match(user.texts.at(-1) ?? '', /did not accept this API key \(HTTP 401\)/);
    deepStrictEqual(user.messages.at(-1)?.buttons, ['Try Again']);
    strictEqual(sandbox.requests.length, 1);
  });

  it('lets a key that no longer works be replaced from the list of rooms', async () => {
    const { sandbox, user, run } = world();
    sandbox.failNext({ kind: 'reset' }, 2);
    const unchecked = { press: 'Keep Unchecked' };
    await run(setApiKey, undefined, { type: 'KEY-that-is-not-known' }, agreeToOrigin, unchecked);
    sandbox.setFault(undefined);
    await run(newToken, undefined, { pick: 'The rooms could not' }, { type: sandbox.apiKey });
    deepStrictEqual(user.inputs.at(-2)?.answeredRows, [
      {
        label: 'The rooms could not be loaded',
        description: 'refused: not authorized (401) · set another API key',
      },
      { label: 'Create room…' },
    ]);
    match(user.texts.at(-1) ?? '', /^Key accepted/);
  });

  interface Case {
    readonly name: string;
    readonly fault: Fault;
    readonly says: RegExp;
    readonly buttons: readonly string[];
  }

  const again = ['Try Again', 'Show Log'];
  const onTheWay = ['Try Again', 'Collect Diagnostics'];
  const cases: readonly Case[] = [
    {
      name: 'unauthorized (401)',
      fault: { kind: 'status', status: 401 },
      says: /did not accept the API key\. Set a new API key\. \(Telnyx error 10009, request/,
      buttons: ['Set API Key'],
    },
    {
      name: 'refused (403)',
      fault: { kind: 'status', status: 403 },
      says: /may not make tokens for room stand-up.*another API key/,
      buttons: ['Set API Key'],
    },
    {
      name: 'not found (404)',
      fault: { kind: 'status', status: 404 },
      says: /knows no room stand-up/,
      buttons: ['Set API Key'],
    },
    {
      name: 'rate limited (429)',
      fault: { kind: 'status', status: 429, retryAfterSeconds: 7 },
      says: /Too many requests\. Wait 7 s/,
      buttons: ['Try Again'],
    },
    {
      name: 'server (500)',
      fault: { kind: 'status', status: 500 },
      says: /problem of its own/,
      buttons: again,
    },
    { name: 'reset', fault: { kind: 'reset' }, says: /could not be reached/, buttons: onTheWay },
    { name: 'HTML', fault: { kind: 'html' }, says: /problem of its own/, buttons: again },
    {
      name: 'half of a pair',
      fault: { kind: 'missingFields' },
      says: /not the/,
      buttons: onTheWay,
    },
    { name: 'huge', fault: { kind: 'hugeBody' }, says: /not the Telnyx API/, buttons: onTheWay },
  ];
  for (const { name, fault, says, buttons } of cases) {
    it(`says the cause and the next step: ${name}`, async () => {
      const { sandbox, user, room, run, enterApiKey } = world();
      await enterApiKey();
      await run(newToken, undefined, { pick: 'stand-up' }, 'enter', 'enter');
      await run(copyToken);
      const before = await env.clipboard.readText();
      sandbox.failNext(fault);
      await run(newToken, room.key, 'enter', 'enter');
      strictEqual(user.messages.at(-1)?.severity, 'Error');
      match(user.texts.at(-1) ?? '', says);
      deepStrictEqual(user.messages.at(-1)?.buttons, buttons);
      await env.clipboard.writeText('');
      await run(copyToken);
      strictEqual(await env.clipboard.readText(), before, 'what was there is still there');
    });
  }

  it('tries again with what was answered', async () => {
    const { sandbox, user, room, run, enterApiKey } = world();
    await enterApiKey();
    await run(newToken, undefined, { pick: 'stand-up' }, { pick: '1 h' }, { pick: '24 h' });
    sandbox.failNext({ kind: 'reset' });
    await run(newToken, room.key, { pick: '60 s' }, { pick: '4 h' }, { press: 'Try Again' });
    await eventually(() => user.texts.at(-1)?.startsWith('New token') === true);
    const [, , , failed, repeated, ...more] = sandbox.requests;
    match(failed?.body ?? '', /14400/);
    strictEqual(repeated?.body, failed?.body);
    deepStrictEqual(more, []);
  });

  it('can be cancelled while it waits for the answer: the request ends, nothing changes', async () => {
    const { sandbox, user, room, run, refreshOnce, enterApiKey } = world();
    await refreshOnce();
    await enterApiKey();
    await run(copyToken);
    const before = await env.clipboard.readText();
    const messages = user.messages.length;
    sandbox.failNext({ kind: 'delay', milliseconds: 60_000 });
    const making = run(newToken, room.key, 'enter', 'enter');
    const progress = await user.openProgress('Making tokens for room');
    progress.cancel();
    await making;
    strictEqual(sandbox.requests.at(-1)?.status, undefined);
    strictEqual(user.messages.length, messages, 'a cancelled call is silent');
    await run(copyToken);
    strictEqual(await env.clipboard.readText(), before);
    await run(refreshToken, room.key, 'enter');
    strictEqual(sandbox.requests.at(-1)?.status, 201);
  });
});
