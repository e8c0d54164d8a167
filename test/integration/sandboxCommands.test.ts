import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { env } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { setApiBaseUrl } from './support/userSettings';
import { useWorld } from './support/world';

const { copyAsCurl, copyToken, refreshToken, removeApiKey, renew, stopSandbox, trySandbox } =
  commandIds;

describe('Telnyx: Try the Sandbox, Stop the Sandbox', () => {
  const world = useWorld();

  it('does the whole job without an account, and goes away again', async () => {
    const { sandbox, user, run } = world();
    await env.clipboard.writeText('');
    await run(trySandbox, undefined, { press: 'Copy Token' });
    match(user.texts.at(-1) ?? '', /Its room has a client token, until \d\d:\d\d:\d\d\.$/);
    await eventually(async () => (await env.clipboard.readText()).startsWith('eyJ'));
    await run(stopSandbox);
    await run(trySandbox, undefined, { press: 'Refresh Room Token' }, { type: '30' });
    await eventually(() => user.texts.at(-1)?.startsWith('Room token refreshed') === true);
    await run(copyToken);
    match(await env.clipboard.readText(), /^eyJ/);
    ok(
      user.messages.every(({ modal }) => !modal),
      'our own server needs no agreement',
    );
    strictEqual(sandbox.requests.length, 0, 'the API of the settings was not asked');

    await run(stopSandbox);
    await run(copyToken);
    match(user.texts.at(-1) ?? '', /no client token to copy yet/);
  });

  it('renews with an API key of its own, which goes away with it', async () => {
    const { user, run } = world();
    await run(trySandbox);
    await run(renew);
    match(user.texts.at(-1) ?? '', /^New token for room sandbox/);
    await run(copyAsCurl);
    const [baseUrl = ''] = /http:[^ '"]+\/v2/.exec(await env.clipboard.readText()) ?? [];
    await run(stopSandbox);
    await setApiBaseUrl(baseUrl);
    await run(removeApiKey);
    match(user.texts.at(-1) ?? '', /^No API key is stored for 127\.0\.0\.1:\d+\.$/);
  });

  it('is started once', async () => {
    const { user, run } = world();
    await run(trySandbox);
    await run(trySandbox);
    await run(refreshToken, undefined, 'escape');
    deepStrictEqual(user.inputs.at(-1)?.rows, ['sandbox']);
  });

  it('lives beside real rooms', async () => {
    const { sandbox, user, room, run, refreshOnce } = world();
    await refreshOnce();
    await run(trySandbox);
    await run(refreshToken, undefined, { pick: 'sandbox' }, 'enter');
    strictEqual(sandbox.requests.length, 1);
    await run(refreshToken, undefined, { pick: room.id.slice(0, 8) }, 'enter');
    strictEqual(sandbox.requests.length, 2);
    deepStrictEqual(user.inputs.at(-2)?.rows, [room.id.slice(0, 8), 'sandbox']);
  });
});
