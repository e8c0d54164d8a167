import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { agreeToOrigin, useWorld } from './support/world';

const { setApiKey, removeApiKey, refreshToken } = commandIds;

describe('Telnyx: Set API Key, Remove API Key', () => {
  const world = useWorld({ requireKeyOnRefresh: true });

  it('checks a key with one small request, trimmed, and says how many rooms it sees', async () => {
    const { sandbox, user, run } = world();
    sandbox.createRoom();
    const answer = await run(
      setApiKey,
      undefined,
      { type: `  ${sandbox.apiKey}\n` },
      agreeToOrigin,
    );
    strictEqual(answer, undefined);
    strictEqual(user.inputs[0]?.password, true);
    strictEqual(sandbox.requests.length, 1);
    strictEqual(decodeURIComponent(sandbox.requests[0]?.path ?? ''), '/v2/rooms?page[size]=1');
    strictEqual(sandbox.requests[0]?.headers.authorization, `Bearer ${sandbox.apiKey}`);
    strictEqual(user.texts.at(-1), 'Key accepted, 2 rooms.');
  });

  it('refuses what can be no key without a request', async () => {
    const { sandbox, user, run } = world();
    await run(
      setApiKey,
      undefined,
      ...[{ type: 'short' }, { type: 'KEY with blanks in it' }, { type: 'KÉY0123456789' }],
      ...[{ type: 'K'.repeat(513) }, 'escape' as const],
    );
    strictEqual(user.inputs[0]?.refusals.length, 4);
    match(user.inputs[0].refusals[0] ?? '', /10 to 512 characters/);
    strictEqual(sandbox.requests.length, 0);
  });

  it('does not keep a refused key, and lets it be corrected', async () => {
    const { sandbox, user, run } = world();
    const wrong = 'KEY-that-is-not-known';
    await run(
      setApiKey,
      undefined,
      { type: wrong },
      agreeToOrigin,
      { press: 'Try Again' },
      { type: sandbox.apiKey },
    );
    await eventually(() => sandbox.requests.length === 2);
    await eventually(() => user.texts.includes('Key accepted, 1 room.'));
    match(user.texts[1] ?? '', /did not accept this API key \(HTTP 401\), so it was not kept/);
    strictEqual(user.inputs[1]?.value, wrong, 'what was typed is still there');
  });

  it('asks whether to keep a key that could not be checked', async () => {
    const { sandbox, user, run } = world();
    sandbox.failNext({ kind: 'reset' }, 2);
    await run(setApiKey, undefined, { type: sandbox.apiKey }, agreeToOrigin, 'escape');
    ok(user.messages.at(-1)?.modal);
    match(user.texts.at(-1) ?? '', /could not be checked/);
    await run(removeApiKey);
    match(user.texts.at(-1) ?? '', /No API key is stored/);

    await run(setApiKey, undefined, { type: sandbox.apiKey }, { press: 'Keep Unchecked' });
    match(user.texts.at(-1) ?? '', /kept unchecked/);
    await run(removeApiKey, undefined, { press: 'Remove' });
    match(user.texts.at(-1) ?? '', /was removed/);
  });

  it('is not sent with a refresh, but offered once when the API asks for it', async () => {
    const { sandbox, user, room, run } = world();
    await run(setApiKey, undefined, { type: sandbox.apiKey }, agreeToOrigin);
    await run(
      refreshToken,
      undefined,
      { type: room.id },
      'enter',
      { type: room.refreshToken },
      { press: 'Try with API Key' },
    );
    await eventually(() => user.texts.at(-1)?.startsWith('Room token refreshed') === true);
    const refreshes = sandbox.requests.slice(1);
    deepStrictEqual(
      refreshes.map(({ status, headers }) => [status, headers.authorization]),
      [
        [401, undefined],
        [201, `Bearer ${sandbox.apiKey}`],
      ],
    );
  });

  it('is not offered when there is none, nor a second time', async () => {
    const { sandbox, user, room, run } = world();
    const answers = [{ type: room.id }, 'enter', { type: room.refreshToken }] as const;
    await run(refreshToken, undefined, ...answers, agreeToOrigin);
    ok(!user.messages.at(-1)?.buttons.includes('Try with API Key'));

    await run(setApiKey, undefined, { type: sandbox.apiKey });
    sandbox.setFault({ kind: 'status', status: 401 });
    await run(refreshToken, undefined, ...answers, { press: 'Try with API Key' });
    await eventually(() => user.texts.at(-1)?.includes('did not accept the API key') === true);
    ok(!user.messages.at(-1)?.buttons.includes('Try with API Key'));
  });
});
