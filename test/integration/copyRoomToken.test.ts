import { deepStrictEqual, match, notStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { env } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { agreeToOrigin, useWorld } from './support/world';

const { copyToken, refreshToken } = commandIds;

describe('Telnyx: Copy Room Token', () => {
  const world = useWorld();

  it('copies the client token of the only room, exactly, and answers nothing', async () => {
    const { run, refreshOnce } = world();
    await refreshOnce();
    strictEqual(await run(copyToken), undefined);
    match(await env.clipboard.readText(), /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/);
  });

  it('asks which room when several have a client token', async () => {
    const { sandbox, user, room, run, refreshOnce } = world();
    await refreshOnce();
    await run(copyToken);
    const first = await env.clipboard.readText();
    const other = sandbox.createRoom().id;
    await run(refreshToken, undefined, { pick: 'Use room', filter: other }, 'enter', {
      type: sandbox.issueTokens(other).refresh_token,
    });
    await run(copyToken, undefined, { pick: other.slice(0, 8) });
    const pick = user.inputs.at(-1);
    deepStrictEqual(new Set(pick?.rows), new Set([room.id.slice(0, 8), other.slice(0, 8)]));
    notStrictEqual(await env.clipboard.readText(), first);
    await run(copyToken, undefined, { pick: room.id.slice(0, 8) });
    strictEqual(await env.clipboard.readText(), first);
  });

  it('offers a refresh when there is nothing to copy', async () => {
    const { user, run } = world();
    await run(copyToken, undefined, { press: 'Refresh Room Token' }, 'escape');
    await eventually(() => user.inputs.length === 1);
    match(user.texts[0] ?? '', /no client token to copy yet/);
    strictEqual(await env.clipboard.readText(), '');
  });

  it('asks for a new refresh token before a copy where the stored one has ended too', async () => {
    const { sandbox, user, room, run } = world();
    const brief = sandbox.issueTokens(room.id, { refreshTokenSeconds: 2 }).refresh_token;
    const ended = new Promise(resolve => setTimeout(resolve, 2000));
    sandbox.failNext({ kind: 'tokenLife', seconds: -60 });
    await run(
      refreshToken,
      undefined,
      ...[{ type: room.id }, { type: '60' }, { type: brief }, agreeToOrigin],
    );
    await ended;
    await run(copyToken, undefined, { press: 'Refresh and Copy' }, { type: room.refreshToken });
    match(user.inputs.at(-1)?.prompt ?? '', /expired \d\d:\d\d:\d\d: paste a new one/);
    strictEqual(user.inputs.at(-1)?.step, '1/1');
    match(await env.clipboard.readText(), /^eyJ/);
    deepStrictEqual(
      sandbox.requests.map(({ status }) => status),
      [201, 201],
    );
  });

  it('never copies an expired token silently', async () => {
    const { sandbox, user, room, run } = world();
    sandbox.failNext({ kind: 'tokenLife', seconds: -60 });
    await run(
      refreshToken,
      undefined,
      { type: room.id },
      { type: '60' },
      { type: room.refreshToken },
      agreeToOrigin,
    );
    await run(copyToken, undefined, 'escape');
    const question = user.messages.at(-1);
    ok(question?.modal);
    match(question.text, /expired \d\d:\d\d:\d\d/);
    deepStrictEqual(question.buttons, ['Refresh and Copy', 'Copy Expired Token']);
    strictEqual(await env.clipboard.readText(), '');

    await run(copyToken, undefined, { press: 'Copy Expired Token' });
    const expired = await env.clipboard.readText();
    match(expired, /^eyJ/);

    await run(copyToken, undefined, { press: 'Refresh and Copy' });
    strictEqual(sandbox.requests.length, 2);
    notStrictEqual(await env.clipboard.readText(), expired);
    deepStrictEqual(user.inputs.length, 3, 'nothing had to be asked again');
    strictEqual(
      (JSON.parse(sandbox.requests[1]?.body ?? '{}') as { token_ttl_secs?: unknown })
        .token_ttl_secs,
      60,
      'the last TTL is used again',
    );
  });
});
