import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { commands, env, window, type Terminal, type TerminalOptions } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { close, environmentOf, newWithProfile, openedTerminal } from './support/terminals';
import { untrusted } from './support/untrusted';
import { useWorld } from './support/world';

const { copyToken, openTerminal } = commandIds;

describe('A room terminal', () => {
  const world = useWorld();

  afterEach(async () => {
    await Promise.all(window.terminals.map(terminal => close(terminal)));
  });

  async function storedToken(): Promise<string> {
    await commands.executeCommand(copyToken, world().room.key);
    return env.clipboard.readText();
  }

  function optionsOf({ creationOptions }: Terminal): TerminalOptions {
    return creationOptions;
  }

  it("gives its shell the token, the room, the end and the API, and isn't kept", async () => {
    const { room, run, refreshOnce, sandbox } = world();
    await refreshOnce();
    const terminal = await openedTerminal(() => run(openTerminal, room.key));
    const given = await environmentOf(terminal);
    strictEqual(given['TELNYX_CLIENT_TOKEN'], await storedToken());
    strictEqual(given['TELNYX_ROOM_ID'], room.id);
    match(given['TELNYX_CLIENT_TOKEN_EXPIRES_AT'] ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    strictEqual(given['TELNYX_BASE_URL'], sandbox.baseUrl);
    ok(!JSON.stringify(given).includes(room.refreshToken));
    strictEqual(terminal.name, `Telnyx: ${room.shortId}`);
    const { isTransient, message = '' } = optionsOf(terminal);
    strictEqual(isTransient, true);
    match(message, new RegExp(`client token of room ${room.shortId}, valid until [\\d:]+\\.`));
    ok(!message.includes('eyJ'));
    strictEqual(sandbox.requests.length, 1, 'a token that lasts is not refreshed');
  });

  it('refreshes a token that is about to end first, for long enough', async () => {
    const { room, run, refreshOnce, sandbox } = world();
    await refreshOnce(30);
    const old = await storedToken();
    const terminal = await openedTerminal(() => run(openTerminal, room.key));
    const { TELNYX_CLIENT_TOKEN: token } = await environmentOf(terminal);
    ok(token !== undefined && token !== old);
    strictEqual(token, await storedToken());
    strictEqual(sandbox.requests.length, 2);
    match(sandbox.requests[1]?.body ?? '', /"token_ttl_secs":60\b/);
  });

  it('opens as the profile too', async () => {
    const { refreshOnce } = world();
    await refreshOnce();
    const terminal = await openedTerminal(newWithProfile);
    const given = await environmentOf(terminal);
    strictEqual(given['TELNYX_CLIENT_TOKEN'], await storedToken());
    strictEqual(optionsOf(terminal).isTransient, true);
  });

  it('does not open after Escape, by neither way', async () => {
    const { refreshOnce, run, sandbox, user } = world();
    await refreshOnce();
    const other = sandbox.createRoom('other').id;
    const refreshToken = sandbox.issueTokens(other).refresh_token;
    await run(commandIds.setRefreshToken, undefined, { type: refreshToken });
    const said = user.texts;
    await run(openTerminal, undefined, 'escape');
    user.will('escape');
    await newWithProfile();
    strictEqual(user.inputs.filter(({ title }) => title === 'Open Room Terminal').length, 2);
    deepStrictEqual(window.terminals, []);
    deepStrictEqual(user.texts, said);
  });

  it('says what to do where there is no room', async () => {
    const { user, run } = world();
    await run(openTerminal);
    deepStrictEqual(user.messages.at(-1)?.buttons, ['Add Room Token']);
    deepStrictEqual(window.terminals, []);
  });

  it('is refused in a workspace that is not trusted', async () => {
    const { user, room, run, refreshOnce } = world();
    await refreshOnce();
    await untrusted(() => run(openTerminal, room.key));
    match(user.texts.at(-1) ?? '', /Trust the workspace first\.$/);
    deepStrictEqual(window.terminals, []);
  });
});
