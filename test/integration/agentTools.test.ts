import { deepStrictEqual, match, ok, rejects, strictEqual } from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import {
  CancellationTokenSource,
  commands,
  ConfigurationTarget,
  env,
  LanguageModelTextPart,
  lm,
  workspace,
} from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { setSetting } from './support/userSettings';
import { useWorld } from './support/world';

const names = ['telnyx_room_token_refresh', 'telnyx_room_token_status', 'telnyx_rooms_list'];

describe('The tools for agents', () => {
  const world = useWorld();
  const answered: string[] = [];

  /** Nobody is there to press a button of VS Code's own question, which the e2e tests do. */
  const approval = workspace.getConfiguration('chat.tools.global');
  before(async () => {
    await commands.executeCommand(
      'setContext',
      'vscode.chat.tools.global.autoApprove.testMode',
      true,
    );
    await approval.update('autoApprove', true, ConfigurationTarget.Global);
  });
  after(() => approval.update('autoApprove', undefined, ConfigurationTarget.Global));

  afterEach(() => {
    const { sandbox, room } = world();
    const text = answered.splice(0).join('\n');
    ok(![room.refreshToken, sandbox.apiKey].some(secret => text.includes(secret)));
    ok(!/eyJ[\w-]+\.|KEY[0-9A-F]{16}/.test(text), 'no secret in any answer');
  });

  /** Calls a tool as another extension does, and gives back what it answered. */
  async function ask(name: string, input: object = {}): Promise<Record<string, unknown>> {
    const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
    const [part, ...others] = content;
    ok(part instanceof LanguageModelTextPart && others.length === 0);
    answered.push(part.value);
    return JSON.parse(part.value) as Record<string, unknown>;
  }

  it('answer without a room as well, and say so where the setting is off', async () => {
    const { refreshOnce, sandbox } = world();
    deepStrictEqual((await ask('telnyx_rooms_list'))['rooms'], []);
    await refreshOnce();
    await setSetting('agentTools', false);
    for (const name of names) {
      const { error } = await ask(name);
      match(String((error as { message?: unknown }).message), /turned these tools off/);
    }
    strictEqual(sandbox.requests.length, 1);
    await setSetting('agentTools', undefined);
    ok('rooms' in (await ask('telnyx_rooms_list')));
  });

  it('are described to whoever lists them', async () => {
    await world().refreshOnce();
    const ours = () => lm.tools.filter(({ name }) => names.includes(name));
    await eventually(() => ours().length === names.length);
    for (const { description, inputSchema, tags } of ours()) {
      ok(description.includes('Never gives') && tags.includes('telnyx'));
      strictEqual((inputSchema as { additionalProperties?: unknown }).additionalProperties, false);
    }
  });

  it('list the rooms', async () => {
    const { room, refreshOnce, sandbox } = world();
    await refreshOnce();
    const { rooms } = (await ask('telnyx_rooms_list')) as { rooms: Record<string, unknown>[] };
    strictEqual(rooms.length, 1);
    const { id, name, api, clientToken } = rooms[0] ?? {};
    deepStrictEqual(
      { id, name, api },
      {
        id: room.id,
        name: room.shortId,
        api: new URL(sandbox.baseUrl).origin,
      },
    );
    strictEqual((clientToken as { state?: unknown }).state, 'fresh');
  });

  it('say what tokens grant, decoded and not verified', async () => {
    const { room, refreshOnce } = world();
    await refreshOnce();
    const status = await ask('telnyx_room_token_status', { room: room.id });
    const { grants, verified } = status['clientTokenSays'] as {
      grants: { resources: unknown[] }[];
      verified: unknown;
    };
    deepStrictEqual(grants[0]?.resources, [`telnyx:video:rooms:${room.id}`]);
    strictEqual(verified, false);
    match(String(status['note']), /^Decoded, not verified/);
  });

  it('refresh, and tell how to use the token without telling it', async () => {
    const { room, refreshOnce, run, sandbox, user } = world();
    await refreshOnce(900);
    await run(commandIds.copyToken, room.key);
    const old = await env.clipboard.readText();
    const said = user.texts.length;
    const { refreshed, use } = await ask('telnyx_room_token_refresh', { room: room.shortId });
    strictEqual((refreshed as { id?: unknown }).id, room.id);
    match(JSON.stringify(use), /\$\{command:telnyxRooms\.clientToken\}/);
    strictEqual(sandbox.requests.length, 2);
    strictEqual(user.texts.length, said);
    await run(commandIds.copyToken, room.key);
    const token = await env.clipboard.readText();
    ok(token !== old);
    ok(!answered.join().includes(token.split('.')[2] ?? token));
  });

  it('say why a refresh failed, as text', async () => {
    const { refreshOnce, sandbox } = world();
    await refreshOnce();
    sandbox.failNext({ kind: 'status', status: 403 });
    const { error } = await ask('telnyx_room_token_refresh');
    const { code, message } = error as { code: unknown; message: string };
    strictEqual(code, 'refused');
    match(message, /^Telnyx refused the refresh token .* Enter a new refresh token\./);
  });

  it('refuse an input with a secret, and send nothing', async () => {
    const { refreshOnce, room, sandbox } = world();
    await refreshOnce();
    for (const name of names) {
      const { error } = await ask(name, { room: room.refreshToken });
      match(String((error as { message?: unknown }).message), /holds a token or an API key/);
    }
    strictEqual(sandbox.requests.length, 1);
  });

  it('stop when the call is cancelled', async () => {
    const { refreshOnce, sandbox } = world();
    await refreshOnce();
    sandbox.failNext({ kind: 'delay', milliseconds: 60_000 });
    const cancellation = new CancellationTokenSource();
    const asked = lm.invokeTool(
      'telnyx_room_token_refresh',
      { input: {}, toolInvocationToken: undefined },
      cancellation.token,
    );
    await eventually(() => sandbox.requests.length === 2);
    cancellation.cancel();
    await rejects(async () => asked, { name: 'Canceled' });
    // What was under way has ended with the call: the next one does not wait for it.
    ok('refreshed' in (await ask('telnyx_room_token_refresh')));
    strictEqual(sandbox.requests.length, 3);
  });
});
