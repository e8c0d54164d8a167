import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { env, workspace, ConfigurationTarget } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { agreeToOrigin, useWorld } from './support/world';

const { refreshToken } = commandIds;

describe('Telnyx: Refresh Room Token', () => {
  const world = useWorld();

  it('asks room, TTL and refresh token, refreshes, and says until when', async () => {
    const { sandbox, user, room, run } = world();
    const answer = await run(
      refreshToken,
      undefined,
      { type: ` "${room.id.toUpperCase()}" ` },
      'enter',
      { type: room.refreshToken },
      agreeToOrigin,
    );

    strictEqual(answer, undefined, 'a command answers nothing');
    deepStrictEqual(
      user.inputs.map(({ title, step, value, password, ignoreFocusOut }) => ({
        title,
        step,
        value,
        password,
        ignoreFocusOut,
      })),
      [
        { step: '1/3', value: '', password: false },
        { step: '2/3', value: '600', password: false },
        { step: '3/3', value: '', password: true },
      ].map(facts => ({ title: 'Refresh Room Token', ...facts, ignoreFocusOut: true })),
    );
    match(user.inputs[0]?.placeholder ?? '', /^[0-]{36}$/);

    strictEqual(sandbox.requests.length, 1);
    const [request] = sandbox.requests;
    strictEqual(request?.path, `/v2/rooms/${room.id}/actions/refresh_client_token`);
    strictEqual(request.headers.authorization, undefined);
    deepStrictEqual(JSON.parse(request.body), {
      token_ttl_secs: 600,
      refresh_token: room.refreshToken,
    });

    const message = user.messages.at(-1);
    match(message?.text ?? '', /^Room token refreshed, valid until \d\d:\d\d:\d\d$/);
    deepStrictEqual(message?.buttons, ['Copy Token']);
  });

  it('asks before it sends secrets to another API than Telnyx, once', async () => {
    const { sandbox, user, room, run } = world();
    const answers = [{ type: room.id }, 'enter', { type: room.refreshToken }] as const;
    await run(refreshToken, undefined, ...answers, 'escape');
    strictEqual(sandbox.requests.length, 0);
    const [question] = user.messages;
    ok(question?.modal);
    ok(question.text.includes(new URL(sandbox.baseUrl).origin));

    await run(refreshToken, undefined, ...answers, agreeToOrigin);
    await run(refreshToken, undefined, { pick: room.id.slice(0, 8) }, 'enter');
    strictEqual(sandbox.requests.length, 2);
    strictEqual(user.messages.filter(({ modal }) => modal).length, 2);
  });

  it('refuses what is no room ID, no TTL and no token, and says what is expected', async () => {
    const { sandbox, user, room, run } = world();
    const otherRoom = sandbox.createRoom().id;
    const expired = sandbox.issueTokens(room.id, { refreshTokenSeconds: -60 }).refresh_token;
    await run(
      refreshToken,
      undefined,
      ...[{ type: 'stand-up' }, { type: room.id.slice(1) }, { type: room.id }],
      ...[{ type: '9' }, { type: '3601' }, { type: '60.5' }, { type: '60' }],
      { type: '' },
      { type: expired },
      { type: sandbox.issueTokens(otherRoom).refresh_token },
      { type: 'two words' },
      'escape',
    );
    const [roomInput, ttlInput, tokenInput] = user.inputs;
    strictEqual(roomInput?.refusals.length, 2);
    match(roomInput.refusals[0] ?? '', /UUID such as [0-9a-f-]{36}/);
    deepStrictEqual(new Set(ttlInput?.refusals), new Set([ttlInput?.refusals[0]]));
    match(ttlInput?.refusals[0] ?? '', /from 10 to 3600/);
    const [empty, ended, other, junk] = tokenInput?.refusals ?? [];
    match(empty ?? '', /Paste the refresh token/);
    match(ended ?? '', /expired .*\d\d:\d\d:\d\d/);
    ok(other?.includes(otherRoom.slice(0, 8)) && other.includes(room.id.slice(0, 8)));
    match(junk ?? '', /not a token/);
    strictEqual(sandbox.requests.length, 0);
    deepStrictEqual(user.texts, []);
  });

  it('uses a doubtful token only after an explicit yes, and keeps what was pasted until then', async () => {
    const { sandbox, user, room, run } = world();
    const clientToken = sandbox.issueTokens(room.id).token;
    await run(
      refreshToken,
      undefined,
      ...[{ type: room.id }, { type: '60' }],
      { type: clientToken },
      'escape',
      'enter',
      { press: 'Use It Anyway' },
      agreeToOrigin,
    );
    match(user.texts[0] ?? '', /looks like a client token/);
    strictEqual(user.inputs[3]?.value, clientToken, 'the box is back with what was pasted');
    strictEqual(sandbox.requests.length, 1);
    match(user.texts.at(-1) ?? '', /refused the refresh token/);
  });

  for (const [step, answers] of Object.entries({
    room: [],
    TTL: ['room'],
    'refresh token': ['room', 'ttl'],
  })) {
    it(`changes nothing and says nothing after Escape at the ${step}`, async () => {
      const { sandbox, user, room, run } = world();
      const before = answers.map(answer =>
        answer === 'room' ? { type: room.id } : ('enter' as const),
      );
      await run(refreshToken, undefined, ...before, 'escape');
      strictEqual(sandbox.requests.length, 0);
      deepStrictEqual(user.messages, []);
      // No room came of it: the first step is the box for a room ID again.
      await run(refreshToken, undefined, 'escape');
      deepStrictEqual(user.inputs.at(-1)?.rows, []);
    });
  }

  it('goes back a step and keeps what was answered', async () => {
    const { sandbox, user, room, run } = world();
    await run(
      refreshToken,
      undefined,
      ...([{ type: room.id }, { type: '120' }, 'back', 'enter'] as const),
      { type: room.refreshToken },
      agreeToOrigin,
    );
    deepStrictEqual(
      user.inputs.map(({ step, value }) => [step, value]),
      [
        ['1/3', ''],
        ['2/3', '600'],
        ['3/3', ''],
        ['2/3', '120'],
        ['3/3', ''],
      ],
    );
    strictEqual(
      (JSON.parse(sandbox.requests[0]?.body ?? '{}') as { token_ttl_secs?: number }).token_ttl_secs,
      120,
    );
  });

  it('offers known rooms, suggests the last TTL, and asks for no token that it has', async () => {
    const { sandbox, user, room, run, refreshOnce } = world();
    await refreshOnce(90);
    await run(refreshToken, undefined, { pick: room.id.slice(0, 8) }, 'enter');
    const [pick, ttl] = user.inputs.slice(3);
    deepStrictEqual(pick?.rows, [room.id.slice(0, 8)]);
    strictEqual(ttl?.value, '90');
    strictEqual(ttl.step, '2/2');
    strictEqual(sandbox.requests.length, 2);
  });

  it('takes the ID of another room in the list of known rooms', async () => {
    const { sandbox, run, refreshOnce, user } = world();
    await refreshOnce();
    const other = sandbox.createRoom().id;
    await run(
      refreshToken,
      undefined,
      { pick: `Use room ${other}`, filter: `  ${other.toUpperCase()}` },
      'enter',
      { type: sandbox.issueTokens(other).refresh_token },
    );
    ok(sandbox.requests.at(-1)?.path.includes(other));
    match(user.texts.at(-1) ?? '', /^Room token refreshed/);
  });

  it('starts from a room of the view with the TTL', async () => {
    const { sandbox, user, room, run, refreshOnce } = world();
    await refreshOnce();
    const roomKey = `${new URL(sandbox.baseUrl).origin}/${room.id}`;
    await run(refreshToken, { kind: 'room', roomKey }, 'enter');
    strictEqual(user.inputs.length, 4);
    strictEqual(user.inputs[3]?.step, '1/1');
    strictEqual(sandbox.requests.length, 2);
  });

  it('takes the suggested TTL from the settings', async () => {
    const { user, room, run } = world();
    const configuration = workspace.getConfiguration('telnyxRooms');
    await configuration.update('defaultTtl', 45, ConfigurationTarget.Global);
    await run(refreshToken, undefined, { type: room.id }, 'escape');
    await configuration.update('defaultTtl', undefined, ConfigurationTarget.Global);
    strictEqual(user.inputs[1]?.value, '45');
  });

  it('asks for another refresh token when the stored one has expired', async () => {
    const { sandbox, user, room, run } = world();
    const brief = sandbox.issueTokens(room.id, { refreshTokenSeconds: 2 }).refresh_token;
    const ended = new Promise(resolve => setTimeout(resolve, 2000));
    await run(commandIds.setRefreshToken, undefined, { type: brief });
    await ended;
    await run(
      refreshToken,
      undefined,
      { pick: room.id.slice(0, 8) },
      'enter',
      { type: room.refreshToken },
      agreeToOrigin,
    );
    match(user.inputs.at(-1)?.prompt ?? '', /expired \d\d:\d\d:\d\d: paste a new one/);
    strictEqual(sandbox.requests.length, 1);
  });

  it('can be cancelled while it waits for the answer: the request ends, nothing changes', async () => {
    const { sandbox, user, room, run } = world();
    sandbox.setFault({ kind: 'delay', milliseconds: 60_000 });
    const refreshing = run(
      refreshToken,
      undefined,
      { type: room.id },
      'enter',
      { type: room.refreshToken },
      agreeToOrigin,
    );
    await eventually(() => sandbox.requests.length === 1);
    await user.pressCancel();
    await refreshing;
    strictEqual(sandbox.requests[0]?.status, undefined);
    deepStrictEqual(user.texts.slice(1), []);
    await run(refreshToken, undefined, 'escape');
    deepStrictEqual(user.inputs.at(-1)?.rows, [], 'no room came of it');
  });

  it('joins a refresh of the same room that is under way', async () => {
    const { sandbox, user, room, run, refreshOnce } = world();
    await refreshOnce();
    const roomKey = `${new URL(sandbox.baseUrl).origin}/${room.id}`;
    sandbox.failNext({ kind: 'delay', milliseconds: 500 });
    const first = run(refreshToken, roomKey, 'enter');
    await eventually(() => sandbox.requests.length === 2);
    await Promise.all([first, run(refreshToken, roomKey)]);
    strictEqual(sandbox.requests.length, 2);
    strictEqual(user.texts.filter(text => text.startsWith('Room token refreshed')).length, 2);
  });

  it('copies the new token from the message', async () => {
    const { room, run, user } = world();
    await run(
      refreshToken,
      undefined,
      { type: room.id },
      'enter',
      { type: room.refreshToken },
      agreeToOrigin,
      { press: 'Copy Token' },
    );
    await eventually(async () => (await env.clipboard.readText()) !== '');
    match(await env.clipboard.readText(), /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/);
    deepStrictEqual(user.unusedAnswers, []);
  });
});
