import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands, env } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { setSetting } from './support/userSettings';
import { useWorld } from './support/world';

const { copyToken, copyTokenAs, copyAsBearer, copyAsCurl } = commandIds;

const codeForms = ['refreshLoop', 'curl', 'sdk'];

describe('Telnyx: Copy Room Token As', () => {
  const world = useWorld();

  async function copied(command: string): Promise<string> {
    await env.clipboard.writeText('');
    await commands.executeCommand(command, world().room.key);
    return env.clipboard.readText();
  }

  it('asks for the form, and copies the token in it', async () => {
    const { user, refreshOnce, run } = world();
    await refreshOnce();
    const token = await copied(copyToken);
    await run(copyTokenAs, undefined, { pick: 'JSON' });
    const answer = JSON.parse(await env.clipboard.readText()) as Record<string, string>;
    strictEqual(answer['token'], token);
    match(answer['token_expires_at'] ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    strictEqual(user.inputs.at(-1)?.rows.length, 8);
  });

  it('copies nothing after Escape', async () => {
    const { refreshOnce, run } = world();
    await refreshOnce();
    await env.clipboard.writeText('mine');
    await run(copyTokenAs, undefined, 'escape');
    strictEqual(await env.clipboard.readText(), 'mine');
  });

  it('has a command for each form; code carries the room and no secret', async () => {
    const { room, sandbox, refreshOnce } = world();
    await refreshOnce();
    const token = await copied(copyToken);
    const ids = Object.values(commandIds).filter(id => id.startsWith('telnyxRooms.copyAs.'));
    strictEqual(ids.length, 8);
    for (const id of ids) {
      const text = await copied(id);
      const isCode = codeForms.some(form => id.endsWith(form));
      strictEqual(text.includes(token), !isCode, id);
      strictEqual(text.includes('eyJ'), !isCode, id);
      ok(!text.includes(room.refreshToken) && !text.includes(sandbox.apiKey), id);
    }
    match(await copied(copyAsCurl), new RegExp(`/rooms/${room.id}/actions/refresh_client_token`));
    match(await copied(copyAsBearer), /^Authorization: Bearer eyJ/);
    strictEqual(sandbox.requests.length, 1);
  });

  it('offers a refresh where the token has expired, and copies the form of the new one', async () => {
    const { sandbox, refreshOnce, run, room } = world();
    sandbox.failNext({ kind: 'tokenLife', seconds: -60 });
    await refreshOnce();
    await env.clipboard.writeText('');
    await run(copyAsBearer, room.key, { press: 'Refresh and Copy' });
    match(await env.clipboard.readText(), /^Authorization: Bearer eyJ/);
    strictEqual(sandbox.requests.length, 2);
  });

  it('says what to do where there is no room', async () => {
    const { user, run } = world();
    await run(copyTokenAs);
    deepStrictEqual(user.messages.at(-1)?.buttons, ['Refresh Room Token']);
  });
});

describe('A copied token', () => {
  const world = useWorld();

  it('is taken off the clipboard after the time that is set', async () => {
    await setSetting('clipboard.clearAfter', 1);
    await world().refreshOnce();
    await commands.executeCommand(copyToken, world().room.key);
    match(await env.clipboard.readText(), /^eyJ/);
    await eventually(async () => (await env.clipboard.readText()) === '');
  });

  it('is left alone when something else was copied since', async () => {
    await setSetting('clipboard.clearAfter', 1);
    await world().refreshOnce();
    await commands.executeCommand(copyToken, world().room.key);
    await env.clipboard.writeText('mine');
    await new Promise(resolve => setTimeout(resolve, 1500));
    strictEqual(await env.clipboard.readText(), 'mine');
  });
});
