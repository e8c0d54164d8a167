import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { env } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { endingPair } from './support/endingTokens';
import { eventually } from './support/eventually';
import { describeInNewest } from './support/inNewest';
import { expectQuiet } from './support/quiet';
import { setSetting } from './support/userSettings';
import { agreeToOrigin, useWorld } from './support/world';

const { addToken, copyToken, newToken, refreshToken, renew, turnOnAutoRefresh } = commandIds;

/** The lives that `endingPair` has by default, as a renewal asks for them. */
const sameLives = { token_ttl_secs: 300, refresh_token_ttl_secs: 3600 };

describe('Telnyx: Renew Room Token', () => {
  const world = useWorld();

  it('makes a new pair in one step, with the TTLs of the last one', async () => {
    const { sandbox, user, room, run, enterApiKey } = world();
    await enterApiKey();
    await run(newToken, undefined, { pick: 'stand-up' }, { pick: '60 s' }, { pick: '4 h' });
    await run(copyToken);
    const before = await env.clipboard.readText();
    const inputs = user.inputs.length;

    strictEqual(await run(renew, { kind: 'room', roomKey: room.key }), undefined);
    strictEqual(user.inputs.length, inputs, 'nothing is asked');
    const request = sandbox.requests.at(-1);
    strictEqual(request?.path, `/v2/rooms/${room.id}/actions/generate_join_client_token`);
    strictEqual(request.headers.authorization, `Bearer ${sandbox.apiKey}`);
    deepStrictEqual(JSON.parse(request.body), {
      token_ttl_secs: 60,
      refresh_token_ttl_secs: 14_400,
    });
    match(user.texts.at(-1) ?? '', /^New token for room stand-up, valid until/);
    await run(copyToken);
    ok((await env.clipboard.readText()) !== before);
  });

  it('asks for the API key when there is none, and takes the TTLs from pasted tokens', async () => {
    const { sandbox, user, room, run } = world();
    await run(addToken, undefined, { type: endingPair(sandbox, room.id).paste });
    await run(renew, undefined, agreeToOrigin, { type: sandbox.apiKey });
    strictEqual(user.inputs.at(-1)?.title, 'Set API Key');
    deepStrictEqual(JSON.parse(sandbox.requests.at(-1)?.body ?? ''), sameLives);
  });

  it('sends nothing after Escape at the key', async () => {
    const { sandbox, user, room, run } = world();
    await run(addToken, undefined, { type: room.refreshToken });
    const messages = user.messages.length;
    await run(renew, undefined, agreeToOrigin, 'escape');
    strictEqual(sandbox.requests.length, 0);
    strictEqual(user.messages.length, messages + 1, 'nothing but the question of the origin');
  });

  it('is a new room token where there is no room yet', async () => {
    const { user, run, enterApiKey } = world();
    await enterApiKey();
    await run(renew, undefined, { goTo: 'stand-up' }, 'escape');
    strictEqual(user.inputs.at(-1)?.title, 'New Room Token');
  });

  it('saves a chain whose refresh token has ended', async () => {
    const { sandbox, user, room, run, enterApiKey, roomDetail } = world();
    await enterApiKey();
    const { paste } = endingPair(sandbox, room.id, { refresh: { life: 3600, left: 2 } });
    await run(addToken, undefined, { type: paste });
    await eventually(async () => /refresh token expired \d\d:/.test(await roomDetail()));
    await run(renew, room.key);
    match(await roomDetail(), /can be kept alive until/);
    await run(refreshToken, room.key, 'enter');
    match(user.texts.at(-1) ?? '', /^Room token refreshed/);
  });
});

describeInNewest('A refresh token that nears its end under auto-refresh', () => {
  const world = useWorld();
  const nearEnd = { client: { life: 300, left: 200 }, refresh: { life: 3600, left: 300 } };

  it('is renewed with the API key, where the user wants that', async () => {
    const { sandbox, user, room, run, enterApiKey, roomDetail } = world();
    await enterApiKey();
    await setSetting('autoRenew', true);
    await run(addToken, undefined, { type: endingPair(sandbox, room.id, nearEnd).paste });
    const messages = user.messages.length;
    await run(turnOnAutoRefresh, room.key);
    await eventually(() => sandbox.requests[1]?.status === 201);
    match(sandbox.requests[1]?.path ?? '', /generate_join_client_token$/);
    deepStrictEqual(JSON.parse(sandbox.requests[1]?.body ?? ''), sameLives);
    await expectQuiet(sandbox, 1500, 'once');
    strictEqual(user.messages.length, messages + 1, 'no word of it');
    match(await roomDetail(), /^next refresh .* · can be kept alive until/);
  });

  it('is left alone otherwise', async () => {
    const { sandbox, room, run, enterApiKey } = world();
    await enterApiKey();
    await run(addToken, undefined, { type: endingPair(sandbox, room.id, nearEnd).paste });
    await run(turnOnAutoRefresh, room.key);
    await expectQuiet(sandbox, 1500, 'no key is used without a yes');
  });

  it('says what to paste once it has ended, and goes on with a new one', async () => {
    const { sandbox, room, run, roomDetail } = world();
    const { paste } = endingPair(sandbox, room.id, {
      client: { life: 300, left: 200 },
      refresh: { life: 3600, left: 2 },
    });
    await run(addToken, undefined, { type: paste });
    await run(turnOnAutoRefresh, room.key, agreeToOrigin);
    await eventually(async () =>
      (await roomDetail()).startsWith('stopped: the refresh token expired, add a new one ·'),
    );
    strictEqual(sandbox.requests.length, 0);
    await run(addToken, room.key, { type: room.refreshToken });
    match(await roomDetail(), /^next refresh \d\d:\d\d:\d\d ·/);
  });

  it('is said once when the API refuses the key', async () => {
    const { sandbox, user, room, run, enterApiKey } = world();
    await enterApiKey();
    await setSetting('autoRenew', true);
    await run(addToken, undefined, { type: endingPair(sandbox, room.id, nearEnd).paste });
    sandbox.setFault({ kind: 'status', status: 401 });
    await run(turnOnAutoRefresh, room.key);
    await eventually(() => user.messages.at(-1)?.severity === 'Error');
    match(user.texts.at(-1) ?? '', /were not renewed\. Telnyx did not accept the API key/);
    deepStrictEqual(user.messages.at(-1)?.buttons, ['Set API Key']);
    await expectQuiet(sandbox, 1500, 'it is not tried again');
  });
});
