import { deepStrictEqual, match, notStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { it } from 'mocha';
import { env } from 'vscode';
import type { Fault } from '../../src/sandbox/startSandbox';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { describeInNewest } from './support/inNewest';
import { endingPair } from './support/endingTokens';
import { eventually } from './support/eventually';
import { expectQuiet } from './support/quiet';
import { agreeToOrigin, useWorld, type World } from './support/world';

const { addToken, copyToken, turnOnAutoRefresh } = commandIds;

/** Turns auto-refresh on for a room whose token is due; what is stored then. */
async function startDue({ sandbox, room, run }: World, left = 30): Promise<string> {
  const { token, paste } = endingPair(sandbox, room.id, { client: { life: 300, left } });
  await run(addToken, undefined, { type: paste });
  await run(turnOnAutoRefresh, room.key, agreeToOrigin);
  return token;
}

async function copied({ run, room }: World): Promise<string> {
  await env.clipboard.writeText('');
  await run(copyToken, room.key);
  return env.clipboard.readText();
}

describeInNewest('A fault during auto-refresh', () => {
  const world = useWorld();

  interface Passing {
    readonly name: string;
    readonly fault: Fault;
    readonly says: RegExp;
  }

  const passing: readonly Passing[] = [
    {
      name: 'too many requests (429)',
      fault: { kind: 'status', status: 429 },
      says: /refused: too many requests \(429\), next refresh/,
    },
    {
      name: 'too many requests (429, Retry-After)',
      fault: { kind: 'status', status: 429, retryAfterSeconds: 2 },
      says: /refused: too many requests \(429\), next refresh/,
    },
    {
      name: 'a server error (500)',
      fault: { kind: 'status', status: 500 },
      says: /failed: server error \(500\), next refresh/,
    },
    { name: 'a reset connection', fault: { kind: 'reset' }, says: /failed: no connection, next/ },
    { name: "a gateway's page", fault: { kind: 'html' }, says: /failed: server error \(502\)/ },
    {
      name: "a captive portal's page",
      fault: { kind: 'html', status: 200 },
      says: /failed: unreadable answer/,
    },
    { name: 'an empty answer', fault: { kind: 'empty' }, says: /failed: unreadable answer/ },
    { name: 'half an answer', fault: { kind: 'truncatedJson' }, says: /failed: unreadable answer/ },
    { name: 'missing fields', fault: { kind: 'missingFields' }, says: /failed: unreadable answer/ },
    { name: 'a huge answer', fault: { kind: 'hugeBody' }, says: /failed: unreadable answer/ },
    {
      name: 'a redirect',
      fault: { kind: 'redirect', location: 'http://127.0.0.1:9/' },
      says: /failed: unreadable answer/,
    },
  ];
  for (const { name, fault, says } of passing) {
    it(`costs nothing and is over with its cause: ${name}`, async () => {
      const { sandbox, user, roomDetail } = world();
      sandbox.setFault(fault);
      const token = await startDue(world());
      await eventually(() => sandbox.requests.length === 1);
      const first = Date.now();
      await eventually(async () => says.test(await roomDetail()));
      await eventually(() => sandbox.requests.length === 2);
      const waited = fault.kind === 'status' ? (fault.retryAfterSeconds ?? 0.4) : 0.4;
      ok(Date.now() - first >= waited * 1000, 'no storm');
      strictEqual(await copied(world()), token, 'the old token is kept');

      sandbox.setFault(undefined);
      await eventually(() => sandbox.requests.at(-1)?.status === 201);
      await eventually(async () => (await copied(world())) !== token);
      ok(sandbox.requests.length <= 4, 'each attempt waits longer');
      match(await roomDetail(), /^next refresh \d\d:\d\d:\d\d ·/);
      ok(
        user.messages.every(({ severity }) => severity !== 'Error'),
        'what passes is no message',
      );
    });
  }

  it('costs nothing and is over with its cause: no answer at all', async () => {
    const { sandbox, roomDetail } = world();
    sandbox.failNext({ kind: 'delay', milliseconds: 60_000 });
    const token = await startDue(world(), 50);
    await eventually(async () => (await roomDetail()).includes('failed: no answer in time'));
    strictEqual(await copied(world()), token);
    await eventually(async () => (await copied(world())) !== token);
    strictEqual(sandbox.requests.length, 2);
  });

  const final: readonly { readonly fault: Fault; readonly says: RegExp }[] = [
    { fault: { kind: 'status', status: 401 }, says: /did not authorize the refresh of room/ },
    { fault: { kind: 'status', status: 403 }, says: /refused the refresh token of room/ },
    { fault: { kind: 'status', status: 404 }, says: /knows no room/ },
    { fault: { kind: 'status', status: 422 }, says: /found the request for room .* invalid/ },
    { fault: { kind: 'markup' }, says: /found the request for room .* invalid/ },
  ];
  for (const { fault, says } of final) {
    const name = fault.kind === 'status' ? String(fault.status) : fault.kind;
    it(`stops it, and is said once with what to do: ${name}`, async () => {
      const { sandbox, user, room, run, roomDetail } = world();
      sandbox.setFault(fault);
      const token = await startDue(world());
      await eventually(() => user.messages.at(-1)?.severity === 'Error');
      const said = user.messages.at(-1);
      match(said?.text ?? '', /^Auto-refresh stopped\. /);
      match(said?.text ?? '', says);
      ok(said?.buttons.includes('Enter Refresh Token'));
      match(await roomDetail(), /stopped: Telnyx refused it, refresh once to go on ·/);
      await expectQuiet(sandbox, 1500, 'it is not tried again');
      strictEqual(sandbox.requests.length, 1);
      const errors = user.messages.filter(({ severity }) => severity === 'Error');
      deepStrictEqual(errors, [said], 'said once');
      strictEqual(await copied(world()), token, 'the old token is kept');

      sandbox.setFault(undefined);
      await run(addToken, room.key, { type: room.refreshToken });
      await eventually(() => sandbox.requests.at(-1)?.status === 201);
      notStrictEqual(await copied(world()), '', 'a new token sets it going again');
    });
  }

  it('does not ask again and again for tokens that have ended when they come', async () => {
    const { sandbox } = world();
    sandbox.setFault({ kind: 'tokenLife', seconds: -60 });
    await startDue(world());
    await eventually(() => sandbox.requests.length === 1);
    await expectQuiet(sandbox, 3000, 'no storm');
  });

  for (const [minutes, name] of [
    [3, 'ahead'],
    [-3, 'behind'],
  ] as const) {
    it(`follows the clock of an API that is 3 min ${name}`, async () => {
      const { sandbox, roomDetail } = world();
      sandbox.setFault({ kind: 'clockSkew', milliseconds: minutes * 60_000 });
      const token = await startDue(world());
      await eventually(async () => (await copied(world())) !== token);
      await expectQuiet(sandbox, 2000, 'no storm');
      strictEqual(sandbox.requests.length, 1);
      match(await roomDetail(), /^next refresh \d\d:\d\d:\d\d ·/);
    });
  }
});
