import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { env } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import type { Answer } from './support/answers';
import { eventually } from './support/eventually';
import { agreeToOrigin, useWorld } from './support/world';

const { copyToken, newToken, refreshToken } = commandIds;

describe('Telnyx: New Room Token', () => {
  const world = useWorld();

  it('asks for the key, room and both TTLs, makes a pair, and copies the client token', async () => {
    const { sandbox, user, room, run } = world();
    const answer = await run(
      newToken,
      undefined,
      agreeToOrigin,
      { type: sandbox.apiKey },
      { pick: 'stand-up' },
      { pick: '60 s' },
      { pick: '4 h' },
      { press: 'Copy Token' },
    );

    strictEqual(answer, undefined, 'a command answers nothing');
    deepStrictEqual(
      user.inputs.map(({ title, step, password, ignoreFocusOut }) => ({
        title,
        step,
        password,
        ignoreFocusOut,
      })),
      [
        { title: 'Set API Key', step: 'undefined/undefined', password: true },
        { title: 'New Room Token', step: '1/3', password: false },
        { title: 'New Room Token', step: '2/3', password: false },
        { title: 'New Room Token', step: '3/3', password: false },
      ].map(facts => ({ ...facts, ignoreFocusOut: true })),
    );
    deepStrictEqual(user.inputs[2]?.rows, ['10 min', '60 s', '1 h', 'Other…']);
    deepStrictEqual(user.inputs[3]?.rows, ['1 h', '4 h', '24 h', 'Other…']);

    const [, , request, ...more] = sandbox.requests;
    deepStrictEqual(more, []);
    strictEqual(request?.path, `/v2/rooms/${room.id}/actions/generate_join_client_token`);
    strictEqual(request.headers.authorization, `Bearer ${sandbox.apiKey}`);
    deepStrictEqual(JSON.parse(request.body), {
      token_ttl_secs: 60,
      refresh_token_ttl_secs: 14_400,
    });

    const message = user.messages.at(-1);
    const time = /(\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d/.source;
    match(
      message?.text ?? '',
      new RegExp(`^New token for room stand-up, valid until ${time}; .* until ${time}\\.$`),
    );
    await eventually(async () => (await env.clipboard.readText()) !== '');
    match(await env.clipboard.readText(), /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/);
    ok(!user.everythingShown.includes(sandbox.apiKey));
  });

  it('keeps the refresh token too: the room can be refreshed without another word', async () => {
    const { sandbox, run, enterApiKey } = world();
    await enterApiKey();
    await run(newToken, undefined, { pick: 'stand-up' }, 'enter', 'enter');
    await run(refreshToken, undefined, { pick: 'stand-up' }, 'enter');
    strictEqual(sandbox.requests.at(-1)?.status, 201);
    match(sandbox.requests.at(-1)?.path ?? '', /refresh_client_token$/);
  });

  it('takes any other TTL within the bounds', async () => {
    const { sandbox, user, run, enterApiKey } = world();
    await enterApiKey();
    await run(
      newToken,
      undefined,
      ...[{ pick: 'stand-up' }, { pick: 'Other…' }],
      ...['9', '3601', '60.5', 'soon', '90'].map(type => ({ type })),
      ...[{ pick: 'Other…' }, { type: '59' }, { type: '86401' }, { type: '86400' }],
    );
    const [, rooms, client, otherClient, refresh, otherRefresh] = user.inputs;
    strictEqual(rooms?.step, '1/3');
    strictEqual(client?.answeredRows.at(-1)?.description, '10 s to 1 h');
    strictEqual(otherClient?.refusals.length, 4);
    match(otherClient.refusals[0] ?? '', /whole number of seconds from 10 to 3600/);
    strictEqual(refresh?.answeredRows.at(-1)?.description, '60 s to 24 h');
    strictEqual(otherRefresh?.refusals.length, 2);
    match(otherRefresh.refusals[0] ?? '', /whole number of seconds from 60 to 86400/);
    deepStrictEqual(JSON.parse(sandbox.requests.at(-1)?.body ?? ''), {
      token_ttl_secs: 90,
      refresh_token_ttl_secs: 86_400,
    });
  });

  it('suggests the TTLs of the last time first', async () => {
    const { user, room, run, enterApiKey } = world();
    await enterApiKey();
    const ninety: readonly Answer[] = [{ pick: 'Other…' }, { type: '90' }];
    await run(newToken, undefined, { pick: 'stand-up' }, ...ninety, { pick: '24 h' });
    await run(newToken, room.key, 'enter', 'enter');
    deepStrictEqual(user.inputs.at(-2)?.rows, ['90 s', '60 s', '10 min', '1 h', 'Other…']);
    deepStrictEqual(user.inputs.at(-1)?.rows, ['24 h', '1 h', '4 h', 'Other…']);
    strictEqual(user.inputs.at(-1)?.step, '2/2');
  });

  const whole: readonly Answer[] = [{ pick: 'stand-up' }, { pick: 'Other…' }, { type: '90' }];
  const steps = ['the room', 'the client TTL', 'another client TTL', 'the refresh TTL'];
  steps.forEach((step, index) => {
    it(`changes nothing and says nothing after Escape at ${step}`, async () => {
      const { sandbox, user, run, enterApiKey } = world();
      await enterApiKey();
      const messages = user.messages.length;
      await run(newToken, undefined, ...whole.slice(0, index), 'escape');
      strictEqual(user.messages.length, messages);
      ok(sandbox.requests.every(({ method }) => method === 'GET'));
      await run(copyToken);
      match(user.texts.at(-1) ?? '', /no client token to copy yet/);
    });
  });

  it('changes nothing and says nothing after Escape at the key or a no to the origin', async () => {
    const { sandbox, user, run } = world();
    await run(newToken, undefined, 'escape');
    await run(newToken, undefined, agreeToOrigin, 'escape');
    strictEqual(sandbox.requests.length, 0);
    ok(user.messages.every(({ modal }) => modal));
  });

  it('goes back a step and keeps what was answered', async () => {
    const { sandbox, user, run, enterApiKey } = world();
    await enterApiKey();
    await run(
      newToken,
      undefined,
      ...[{ pick: 'stand-up' }, { pick: 'Other…' }, 'back' as const],
      ...[{ pick: '60 s' }, 'back' as const, 'back' as const],
      ...[{ pick: 'stand-up' }, 'enter' as const, { pick: '4 h' }],
    );
    const titles = user.inputs.slice(1).map(({ step, rows }) => `${step} ${String(rows[0])}`);
    deepStrictEqual(titles.slice(1, -3), [
      '2/3 10 min',
      '2/3 undefined',
      '2/3 10 min',
      '3/3 1 h',
      '2/3 60 s',
    ]);
    deepStrictEqual(JSON.parse(sandbox.requests.at(-1)?.body ?? ''), {
      token_ttl_secs: 60,
      refresh_token_ttl_secs: 14_400,
    });
  });
});
