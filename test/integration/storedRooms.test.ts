import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { env } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { agreeToOrigin, useWorld } from './support/world';

const { copyToken, forgetEverything, forgetRoom, refreshToken, setApiKey, setRefreshToken } =
  commandIds;

describe('Rooms that are kept', () => {
  const world = useWorld();

  describe('Telnyx: Set Refresh Token', () => {
    it('reads the room from the token', async () => {
      const { sandbox, user, room, run } = world();
      strictEqual(await run(setRefreshToken, undefined, { type: room.refreshToken }), undefined);
      strictEqual(user.inputs.length, 1);
      strictEqual(user.inputs[0]?.password, true);
      match(user.texts[0] ?? '', /^Refresh token of room [0-9a-f]{8} kept, until \d\d:\d\d:\d\d$/);
      strictEqual(sandbox.requests.length, 0);
      await run(refreshToken, undefined, { pick: room.id.slice(0, 8) }, 'enter', agreeToOrigin);
      strictEqual(sandbox.requests[0]?.status, 201);
    });

    it('asks the room of a token that names none', async () => {
      const { sandbox, user, room, run } = world();
      const exp = Math.floor(Date.now() / 1000) + 600;
      const token = sandbox.signToken({ typ: 'refresh', exp });
      await run(setRefreshToken, undefined, { type: token }, { type: room.id });
      strictEqual(user.inputs.length, 2);
      ok(user.texts[0]?.includes(room.id.slice(0, 8)));
    });

    it("refuses another room's token when it was started on a room", async () => {
      const { sandbox, user, room, run } = world();
      await run(setRefreshToken, undefined, { type: room.refreshToken });
      const roomKey = `${new URL(sandbox.baseUrl).origin}/${room.id}`;
      const other = sandbox.issueTokens(sandbox.createRoom().id).refresh_token;
      await run(setRefreshToken, { kind: 'room', roomKey }, { type: other }, 'escape');
      match(user.inputs.at(-1)?.refusals[0] ?? '', /is for room/);
    });
  });

  describe('Telnyx: Forget Room', () => {
    it('deletes the room and its tokens after a yes', async () => {
      const { user, room, run, refreshOnce } = world();
      await refreshOnce();
      await run(forgetRoom, undefined, 'escape');
      await run(forgetRoom, undefined, { press: 'Forget' });
      ok(user.messages.slice(-2).every(({ modal }) => modal));
      await run(copyToken);
      match(user.texts.at(-1) ?? '', /no client token to copy yet/);
      await run(refreshToken, undefined, { type: room.id }, 'enter', 'escape');
      match(user.inputs.at(-1)?.prompt ?? '', /^Refresh token of room/);
    });
  });

  describe('Telnyx: Forget Everything', () => {
    it('deletes rooms, tokens, keys and what was agreed to', async () => {
      const { sandbox, user, room, run, refreshOnce } = world();
      await refreshOnce();
      await run(setApiKey, undefined, { type: sandbox.apiKey });
      await run(forgetEverything, undefined, 'escape');
      await run(copyToken);
      ok((await env.clipboard.readText()) !== '', 'nothing was deleted without a yes');
      await run(forgetEverything, undefined, { press: 'Forget Everything' });
      await run(commandIds.removeApiKey);
      match(user.texts.at(-1) ?? '', /No API key is stored/);
      const { refreshOnce: refreshAgain } = world();
      await refreshAgain();
      ok(
        user.texts.at(-2)?.startsWith('Send tokens and API keys to'),
        'the origin is asked about again',
      );
      strictEqual(user.inputs.at(-3)?.title, 'Refresh Room Token');
      deepStrictEqual(user.inputs.at(-3)?.rows, [], `room ${room.id} was forgotten`);
    });
  });

  describe('Commands called by somebody else', () => {
    it('take nothing but the key of a known room', async () => {
      const { sandbox, run, refreshOnce, user } = world();
      await refreshOnce();
      for (const argument of [
        { roomKey: 'https://evil.example/9e2a0cbe-ce66-411e-a1ac-468f0b103c9a' },
        { record: { baseUrl: 'https://evil.example' } },
        42,
        ['x'],
        null,
        { roomKey: { toString: () => 'x' } },
      ]) {
        await run(refreshToken, argument, 'escape');
      }
      strictEqual(sandbox.requests.length, 1);
      strictEqual(user.inputs.filter(({ rows }) => rows.length === 1).length, 6);
    });
  });

  describe('Pin', () => {
    it('pins and unpins a room', async () => {
      const { run, refreshOnce, user } = world();
      await refreshOnce();
      await run(commandIds.pinRoom);
      await run(refreshToken, undefined, 'escape');
      await run(commandIds.unpinRoom);
      await eventually(() => user.inputs.length > 0);
    });
  });
});
