import { deepStrictEqual, doesNotMatch, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { env } from 'vscode';
import type { Fault } from '../../src/sandbox/startSandbox';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { itInNewest } from './support/inNewest';
import { eventually } from './support/eventually';
import { setApiBaseUrl } from './support/userSettings';
import { agreeToOrigin, useWorld } from './support/world';

const { copyToken, refreshToken } = commandIds;

interface Case {
  readonly name: string;
  readonly fault: Fault;
  readonly says: RegExp;
  readonly buttons: readonly string[];
  /** Whether the pasted refresh token of a first refresh is kept. */
  readonly keepsToken: boolean;
}

const newToken = ['Enter Refresh Token'];
const again = ['Try Again', 'Show Log'];
const onTheWay = ['Try Again', 'Collect Diagnostics'];

const cases: readonly Case[] = [
  {
    name: 'unauthorized (401)',
    fault: { kind: 'status', status: 401 },
    says: /did not authorize the refresh .*Enter a new refresh token\. \(Telnyx error 10009, request [\w-]+\)$/,
    buttons: newToken,
    keepsToken: false,
  },
  {
    name: 'refused (403)',
    fault: { kind: 'status', status: 403 },
    says: /refused the refresh token of room .*\(Telnyx error 10010, request [\w-]+\)$/,
    buttons: newToken,
    keepsToken: false,
  },
  {
    name: 'not found (404)',
    fault: { kind: 'status', status: 404 },
    says: /knows no room .*Check the room ID.*10005/,
    buttons: newToken,
    keepsToken: false,
  },
  {
    name: 'invalid (422)',
    fault: { kind: 'status', status: 422 },
    says: /invalid.*Try another TTL or refresh token.*10027/,
    buttons: ['Try Again', ...newToken],
    keepsToken: false,
  },
  {
    name: 'rate limited (429)',
    fault: { kind: 'status', status: 429, retryAfterSeconds: 7 },
    says: /Too many requests\. Wait 7 s, then try again\..*10011/,
    buttons: ['Try Again'],
    keepsToken: true,
  },
  {
    name: 'server (500)',
    fault: { kind: 'status', status: 500 },
    says: /problem of its own.*Try again in a moment.*10007/,
    buttons: again,
    keepsToken: true,
  },
  {
    name: 'network (connection reset)',
    fault: { kind: 'reset' },
    says: /could not be reached\. Check your network or proxy, then try again\./,
    buttons: onTheWay,
    keepsToken: true,
  },
  {
    name: 'timeout (after 15 s)',
    fault: { kind: 'delay', milliseconds: 60_000 },
    says: /did not answer in time\. Check your network, then try again\.$/,
    buttons: onTheWay,
    keepsToken: true,
  },
  {
    name: 'bad response (HTML)',
    fault: { kind: 'html', status: 200 },
    says: /was not the Telnyx API/,
    buttons: onTheWay,
    keepsToken: true,
  },
  {
    name: 'bad response (empty)',
    fault: { kind: 'empty' },
    says: /was not the Telnyx API/,
    buttons: onTheWay,
    keepsToken: true,
  },
  {
    name: 'bad response (cut short)',
    fault: { kind: 'truncatedJson' },
    says: /cut short/,
    buttons: onTheWay,
    keepsToken: true,
  },
  {
    name: 'bad response (a field is missing)',
    fault: { kind: 'missingFields' },
    says: /was not the Telnyx API/,
    buttons: onTheWay,
    keepsToken: true,
  },
  {
    name: 'bad response (huge)',
    fault: { kind: 'hugeBody' },
    says: /was not the Telnyx API/,
    buttons: onTheWay,
    keepsToken: true,
  },
  {
    name: 'bad response (redirect)',
    fault: { kind: 'redirect', location: 'http://127.0.0.1:9/' },
    says: /was not the Telnyx API.*HTTP 302/,
    buttons: onTheWay,
    keepsToken: true,
  },
];

describe('A refresh that fails', () => {
  const world = useWorld();

  for (const { name, fault, says, buttons, keepsToken } of cases) {
    const itHere = fault.kind === 'delay' ? itInNewest : it;
    itHere(`says the cause and the next step: ${name}`, async () => {
      const { sandbox, user, room, run } = world();
      sandbox.setFault(fault);
      const answers = [{ type: room.id }, 'enter', { type: room.refreshToken }] as const;
      await run(refreshToken, undefined, ...answers, agreeToOrigin);
      const message = user.messages.at(-1);
      strictEqual(message?.severity, 'Error');
      match(message.text, says);
      deepStrictEqual(message.buttons, buttons);

      sandbox.setFault(undefined);
      const second = keepsToken ? ([{ pick: room.id.slice(0, 8) }, 'enter'] as const) : answers;
      await run(refreshToken, undefined, ...second);
      match(user.texts.at(-1) ?? '', /^Room token refreshed/);
    });
  }

  it('tries again with what was entered', async () => {
    const { sandbox, user, room, run } = world();
    sandbox.failNext({ kind: 'reset' }, 2);
    await run(
      refreshToken,
      undefined,
      { type: room.id },
      { type: '75' },
      { type: room.refreshToken },
      agreeToOrigin,
      { press: 'Try Again' },
    );
    await eventually(() => user.texts.at(-1)?.startsWith('Room token refreshed') === true);
    strictEqual(sandbox.requests.length, 3, 'the lost answer was asked for again by itself');
    strictEqual(sandbox.requests[2]?.body, sandbox.requests[0]?.body);
  });

  it('asks for nothing but a new refresh token after a refusal', async () => {
    const { sandbox, user, room, run } = world();
    sandbox.failNext({ kind: 'status', status: 403 });
    await run(
      refreshToken,
      undefined,
      { type: room.id },
      { type: '75' },
      { type: room.refreshToken },
      agreeToOrigin,
      { press: 'Enter Refresh Token' },
      { type: sandbox.issueTokens(room.id).refresh_token },
    );
    await eventually(() => user.texts.at(-1)?.startsWith('Room token refreshed') === true);
    strictEqual(user.inputs.length, 4);
    ok(sandbox.requests[1]?.body.includes('"token_ttl_secs":75'));
  });

  it('keeps the token that was there before', async () => {
    const { sandbox, room, run, refreshOnce } = world();
    await refreshOnce();
    await run(copyToken);
    const before = await env.clipboard.readText();
    for (const { fault } of cases.filter(({ fault }) => fault.kind !== 'delay')) {
      sandbox.setFault(fault);
      await run(refreshToken, undefined, { pick: room.id.slice(0, 8) }, 'enter');
      await env.clipboard.writeText('');
      await run(copyToken);
      strictEqual(await env.clipboard.readText(), before);
    }
  });

  it('says of a refused token what the token itself tells', async () => {
    const { sandbox, user, room, run } = world();
    const brief = sandbox.issueTokens(room.id, { refreshTokenSeconds: 2 }).refresh_token;
    sandbox.failNext({ kind: 'delay', milliseconds: 2500 });
    await run(refreshToken, undefined, { type: room.id }, 'enter', { type: brief }, agreeToOrigin);
    match(user.texts.at(-1) ?? '', /^The refresh token expired \d\d:\d\d:\d\d\. Enter a new/);
  });

  it('never shows text of the server, nor what the server echoes', async () => {
    const { sandbox, user, room, run } = world();
    sandbox.failNext({ kind: 'markup' });
    await run(
      refreshToken,
      undefined,
      { type: room.id },
      'enter',
      { type: room.refreshToken },
      agreeToOrigin,
    );
    const shown = user.texts.join('\n');
    match(shown, /invalid/);
    doesNotMatch(shown, /\]\(|command:|click/);
    ok(!shown.includes(room.refreshToken));
  });

  it('is said once when the base URL can not be used', async () => {
    const { sandbox, user, run } = world();
    for (const baseUrl of ['http://api.telnyx.com/v2', 'https://u:p@api.telnyx.com', 'nonsense']) {
      await setApiBaseUrl(baseUrl);
      await run(refreshToken);
    }
    strictEqual(sandbox.requests.length, 0);
    deepStrictEqual(user.inputs, []);
    match(user.texts[0] ?? '', /must begin with https/);
    match(user.texts[1] ?? '', /must not hold a user name/);
    match(user.texts[2] ?? '', /is not a URL/);
    deepStrictEqual(user.messages[0]?.buttons, ['Open Settings']);
    await setApiBaseUrl(sandbox.baseUrl);
  });
});
