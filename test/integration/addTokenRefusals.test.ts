import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { env } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { useWorld } from './support/world';

const { addToken, copyToken, refreshToken } = commandIds;

/** A word that may be a token of another shape. */
const opaque = 'v4.local.q7Zk2mXw9RtYb1cE5hVn8sLd';

describe('What Add Room Token does not take', () => {
  const world = useWorld();

  interface Case {
    readonly name: string;
    readonly text: (sandbox: Sandbox, roomId: string) => string;
    readonly says: RegExp;
  }

  const cases: readonly Case[] = [
    { name: 'prose', text: () => 'see the wiki for it', says: /There is no token in this/ },
    {
      name: 'a short word',
      text: () => 'hunter2',
      says: /There is no token in this.*copy it again/,
    },
    {
      name: 'an API key',
      text: ({ apiKey }) => apiKey,
      says: /API key, but no token.*Set API Key/,
    },
    {
      name: 'a room ID',
      text: (_sandbox, id) => id,
      says: /room ID, but no token.*New Room Token/,
    },
    {
      name: 'an expired client token',
      text: (sandbox, id) => sandbox.issueTokens(id, { clientTokenSeconds: -60 }).token,
      says: /This client token expired .*\d\d:\d\d:\d\d\. Get a new one/,
    },
    {
      name: 'an expired refresh token',
      text: (sandbox, id) => sandbox.issueTokens(id, { refreshTokenSeconds: -60 }).refresh_token,
      says: /This refresh token expired/,
    },
    {
      name: 'tokens of two rooms',
      text: (sandbox, id) =>
        `CLIENT_TOKEN=${sandbox.issueTokens(id).token} REFRESH_TOKEN=${sandbox.issueTokens(sandbox.createRoom().id).refresh_token}`,
      says: /are for several rooms: [0-9a-f]{8}, [0-9a-f]{8}\. Paste those of one room/,
    },
    { name: 'far too much', text: () => 'x '.repeat(100_001), says: /too long/ },
  ];
  for (const { name, text, says } of cases) {
    it(`refuses ${name} with a sentence, and leaves it in the box`, async () => {
      const { sandbox, user, room, run } = world();
      const pasted = text(sandbox, room.id);
      await run(addToken, undefined, { type: pasted }, 'enter', 'escape');
      const [box, ...others] = user.inputs;
      deepStrictEqual(others, []);
      strictEqual(box?.remarks[0]?.severity, 'Error');
      match(box.remarks[0].text, says);
      deepStrictEqual(box.refusals, [box.remarks[0].text, box.remarks[0].text]);
      deepStrictEqual(box.refusedValues, [pasted, pasted]);
      deepStrictEqual(user.texts, []);
      strictEqual(sandbox.requests.length, 0);
      ok(!user.everythingShown.includes(pasted) || name === 'a room ID');
    });
  }

  it("refuses another room's token when it was started on a room, whichever form", async () => {
    const { sandbox, user, room, run } = world();
    await run(addToken, undefined, { type: room.refreshToken });
    const other = sandbox.createRoom().id;
    const pair = sandbox.issueTokens(other);
    await run(
      addToken,
      { kind: 'room', roomKey: room.key },
      ...[{ type: pair.token }, { type: JSON.stringify({ data: pair }) }, 'escape' as const],
    );
    strictEqual(user.inputs.at(-1)?.refusals.length, 2);
    for (const refusal of user.inputs.at(-1)?.refusals ?? []) {
      strictEqual(
        refusal,
        `This is for room ${other.slice(0, 8)}, not for room ${room.shortId}. Paste a token of this room.`,
      );
    }
    await run(refreshToken, undefined, 'escape');
    deepStrictEqual(user.inputs.at(-1)?.rows, [room.shortId]);
  });

  it('keeps a guess only after an explicit yes, and what was pasted until then', async () => {
    const { sandbox, user, room, run } = world();
    await run(addToken, undefined, { type: opaque }, 'escape', 'escape');
    const [first, second] = user.inputs;
    strictEqual(first?.remarks[0]?.severity, 'Warning');
    match(first.remarks[0].text, /^Perhaps a refresh token, valid .*unknown time/);
    strictEqual(user.messages[0]?.modal, true);
    deepStrictEqual(user.messages[0].buttons, ['Keep It Anyway']);
    strictEqual(second?.value, opaque, 'after a no the box is back with what was pasted');
    strictEqual(user.messages.length, 1, 'nothing was kept');

    await run(
      addToken,
      undefined,
      ...[{ type: opaque }, { press: 'Keep It Anyway' }, { type: room.id }],
    );
    match(user.texts.at(-1) ?? '', /^Kept: Refresh token for room [0-9a-f]{8}, valid .*unknown/);
    ok(!user.everythingShown.includes(opaque));
    strictEqual(sandbox.requests.length, 0);
  });

  it('says nothing of an empty box until Enter', async () => {
    const { user, run } = world();
    await run(addToken, undefined, { type: ' ' }, 'escape');
    deepStrictEqual(user.inputs[0]?.remarks, []);
    deepStrictEqual(user.inputs[0].refusals, ['Paste a token, or something that holds one.']);
    await run(copyToken);
    strictEqual(await env.clipboard.readText(), '');
  });
});
