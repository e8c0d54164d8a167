import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { env } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { pasteForms } from './support/pastes';
import { agreeToOrigin, useWorld } from './support/world';

const { addToken, copyToken, refreshToken } = commandIds;

const anyRoom = '9e2a0cbe-ce66-411e-a1ac-468f0b103c9a';
const nothing = {
  token: '',
  token_expires_at: '',
  refresh_token: '',
  refresh_token_expires_at: '',
};

describe('Telnyx: Add Room Token', () => {
  const world = useWorld();

  pasteForms(anyRoom, nothing).forEach(({ name, holds }, index) => {
    it(`takes ${name}, says what it is, and keeps it for its room`, async () => {
      const { sandbox, user, room, run } = world();
      const pair = sandbox.issueTokens(room.id);
      const text = pasteForms(room.id, pair)[index]?.text ?? '';
      strictEqual(await run(addToken, undefined, { type: text }), undefined);

      const [box, ...others] = user.inputs;
      deepStrictEqual(others, [], 'the room is known from the grants');
      strictEqual(box?.password, true);
      const [remark] = box.remarks;
      const start = {
        'client token': `Client token for room ${room.shortId}, valid until `,
        'refresh token': `Refresh token for room ${room.shortId}, valid until `,
        both: `Client token and refresh token for room ${room.shortId}, valid until `,
      }[holds];
      strictEqual(remark?.severity, 'Info');
      ok(remark.text.startsWith(start), remark.text);
      deepStrictEqual(user.texts, [`Kept: ${remark.text}.`]);
      strictEqual(sandbox.requests.length, 0, 'nothing is sent');

      if (holds !== 'refresh token') {
        await run(copyToken);
        strictEqual(await env.clipboard.readText(), pair.token);
      }
      if (holds !== 'client token') {
        await run(refreshToken, room.key, 'enter', agreeToOrigin);
        strictEqual(sandbox.requests.length, 1);
        ok(sandbox.requests[0]?.body.includes(pair.refresh_token));
      }
      const shown = user.everythingShown;
      for (const token of [pair.token, pair.refresh_token]) {
        ok(
          token.split('.').every(part => !shown.includes(part)),
          'no token is ever shown',
        );
      }
    });
  });

  it('adds to what is there: the other token stays', async () => {
    const { sandbox, room, run } = world();
    const pair = sandbox.issueTokens(room.id);
    await run(addToken, undefined, { type: pair.token });
    await run(addToken, room.key, { type: pair.refresh_token });
    await run(copyToken);
    strictEqual(await env.clipboard.readText(), pair.token);
  });

  it('asks for the room when the token names none, and offers those that are known', async () => {
    const { sandbox, user, room, run } = world();
    await run(addToken, undefined, { type: room.refreshToken });
    const exp = Math.floor(Date.now() / 1000) + 600;
    const roomless = sandbox.signToken({ typ: 'refresh', exp });
    await run(addToken, undefined, { type: roomless }, { pick: room.shortId });
    match(user.inputs[1]?.remarks[0]?.text ?? '', /^Refresh token, valid until .* its room/);
    deepStrictEqual(user.inputs[2]?.rows, [room.shortId]);
    await run(refreshToken, room.key, 'enter', agreeToOrigin);
    ok(sandbox.requests[0]?.body.includes(roomless));
  });

  it('keeps nothing after Escape at the token or the room', async () => {
    const { sandbox, user, room, run } = world();
    await run(addToken, undefined, 'escape');
    const exp = Math.floor(Date.now() / 1000) + 600;
    await run(addToken, undefined, { type: sandbox.signToken({ typ: 'refresh', exp }) }, 'escape');
    deepStrictEqual(user.texts, []);
    await run(refreshToken, undefined, 'escape');
    deepStrictEqual(user.inputs.at(-1)?.rows, [], `no room came of it, ${room.shortId} neither`);
  });

  it('offers what comes next: a copy of a client token, a refresh with a refresh token', async () => {
    const { sandbox, user, room, run } = world();
    const { token } = sandbox.issueTokens(room.id);
    await run(addToken, undefined, { type: room.refreshToken });
    await run(addToken, undefined, { type: token });
    deepStrictEqual(
      user.messages.map(({ buttons }) => buttons),
      [['Refresh Room Token'], ['Copy Token']],
    );
  });
});
