import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands, env, window } from 'vscode';
import { roomKey } from '../../src/core/rooms/roomIdentity';
import { startSandbox } from '../../src/sandbox/startSandbox';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { junkArguments } from '../support/hostile/junkArguments';
import { whileAbsent } from './support/absentUser';
import { expectNoTrace } from './support/noTrace';
import { setSetting } from './support/userSettings';
import { useWorld } from './support/world';

const {
  clientToken,
  copyToken,
  roomId,
  collectNetworkDiagnostics,
  showLog,
  stopSandbox,
  trySandbox,
} = commandIds;

/** Commands that take no argument, and do something whoever calls them. */
const takeNone: readonly string[] = [collectNetworkDiagnostics, showLog, stopSandbox, trySandbox];

/** Every command of the extension, but those that VS Code makes of its view. */
async function registeredCommands(): Promise<readonly string[]> {
  const all = await commands.getCommands(true);
  return all.filter(id => id.startsWith('telnyxRooms.') && !id.startsWith('telnyxRooms.tokens.'));
}

/** What a call is answered with, or the message of what it is rejected with. */
async function outcomeOf(id: string, argument: unknown): Promise<unknown> {
  try {
    return await commands.executeCommand(id, argument);
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

describe('Commands that a task, a link or another extension calls', () => {
  const world = useWorld();

  async function addOtherRoom(): Promise<void> {
    const { run, sandbox } = world();
    const { id } = sandbox.createRoom('other');
    const refreshToken = sandbox.issueTokens(id).refresh_token;
    await run(commandIds.setRefreshToken, undefined, { type: refreshToken });
    await run(commandIds.refreshToken, roomKey({ id, baseUrl: sandbox.baseUrl }), 'enter');
  }

  it('are those of the manifest, and no other', async () => {
    const ids: readonly string[] = Object.values(commandIds);
    deepStrictEqual([...(await registeredCommands())].sort(), [...ids].sort());
  });

  it('take no junk: nothing is thrown, sent, copied, opened, answered or changed', async () => {
    const { room, refreshOnce, sandbox } = world();
    await refreshOnce();
    await addOtherRoom();
    await commands.executeCommand(copyToken, room.key);
    const token = await env.clipboard.readText();
    await env.clipboard.writeText('mine');
    const sent = sandbox.requests.length;
    const outcomes = new Map<string, unknown>();
    const missed = await whileAbsent(async () => {
      const ids = (await registeredCommands()).filter(id => !takeNone.includes(id));
      for (const id of ids) {
        for (const [name, argument] of Object.entries(junkArguments)) {
          const outcome = await outcomeOf(id, argument);
          if (outcome !== undefined) {
            outcomes.set(`${id} with ${name}`, outcome);
          }
        }
      }
    });
    await setSetting('notifyBeforeExpiry', undefined);

    const answered = [...outcomes].filter(
      ([call, outcome]) =>
        !(call.startsWith(clientToken) || call.startsWith(roomId)) || outcome !== 'Canceled',
    );
    deepStrictEqual(answered, []);
    ok(missed.length > 0);
    deepStrictEqual(
      missed.filter(text => text.startsWith('Something went wrong')),
      [],
    );
    strictEqual(sandbox.requests.length, sent);
    strictEqual(await env.clipboard.readText(), 'mine');
    deepStrictEqual(window.terminals, []);
    for (const secret of [token, room.refreshToken]) {
      expectNoTrace(secret, missed.join('\n'));
    }
  });

  it('never take the only room for one that is gone', async () => {
    const { room, refreshOnce, run, user } = world();
    await refreshOnce();
    await env.clipboard.writeText('mine');
    for (const argument of ['gone', { kind: 'room', roomKey: 'gone' }, { roomKey: '' }]) {
      await run(copyToken, argument, 'escape');
      deepStrictEqual(user.inputs.at(-1)?.rows, [room.shortId]);
    }
    strictEqual(await env.clipboard.readText(), 'mine');
    // Nothing names a room here.
    await run(copyToken, { key: 'gone' });
    match(await env.clipboard.readText(), /^eyJ/);
  });

  it('take no API, token or file from an argument', async () => {
    const evil = await startSandbox();
    const { room, refreshOnce, run, sandbox, user } = world();
    await refreshOnce();
    const led = {
      kind: 'row',
      roomKey: room.key,
      baseUrl: evil.baseUrl,
      token: 'eyJ.evil.token',
      refreshToken: 'eyJ.evil.token',
      record: { baseUrl: evil.baseUrl, id: room.id },
      file: 'file:///etc/passwd',
      row: { id: `${room.key}#env file:///etc/passwd TELNYX_CLIENT_TOKEN`, file: '/etc/passwd' },
    };
    await run(commandIds.refreshToken, led, 'enter');
    strictEqual(sandbox.requests.length, 2);
    match(sandbox.requests[1]?.body ?? '', new RegExp(room.refreshToken));
    for (const id of [
      commandIds.openEnvFile,
      commandIds.writeEnvFile,
      commandIds.ignoreEnvFile,
      commandIds.unlinkEnvFile,
    ]) {
      strictEqual(await run(id, led), undefined);
    }
    strictEqual(window.activeTextEditor, undefined);
    // The same room at another API is no room that is known: which one is meant is asked.
    const elsewhere = { ...led, roomKey: roomKey({ id: room.id, baseUrl: evil.baseUrl }) };
    await run(commandIds.renew, elsewhere, 'escape');
    await run(commandIds.setRefreshToken, elsewhere, 'escape');
    ok(!user.everythingShown.includes(new URL(evil.baseUrl).port));
    strictEqual(evil.requests.length, 0);
    await evil.close();
  });
});
