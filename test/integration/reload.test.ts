import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'mocha';
import { commands, env } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { ScriptedUser } from './support/scriptedUser';
import { enterWorld } from './support/world';

const { copyToken, forgetEverything, refreshToken } = commandIds;

/** Outlives the extension host; of this VS Code alone, as `process.ppid` is its server. */
const tokenFile = join(tmpdir(), `telnyx-rooms-reload-${process.ppid}.txt`);

describe('Before the window reloads @before-reload', () => {
  it('a room is refreshed and its token copied', async () => {
    const { user, refreshOnce, run } = await enterWorld();
    await refreshOnce(3600);
    await run(copyToken);
    const token = await env.clipboard.readText();
    match(token, /^eyJ/);
    writeFileSync(tokenFile, token);
    user.dispose();
  });
});

describe('After the window has reloaded @after-reload', () => {
  after(() => rmSync(tokenFile, { force: true }));

  it('the room and its token are there again, without a request', async () => {
    // The sandbox went away with the old extension host: a request would fail.
    const user = new ScriptedUser();
    await env.clipboard.writeText('');
    await commands.executeCommand(copyToken);
    strictEqual(await env.clipboard.readText(), readFileSync(tokenFile, 'utf8'));

    user.will({ pick: '' }, 'escape');
    await commands.executeCommand(refreshToken);
    strictEqual(user.inputs[0]?.rows.length, 1);
    strictEqual(user.inputs[1]?.value, '3600', 'the last TTL');
    deepStrictEqual(user.texts, []);

    user.will({ press: 'Forget Everything' });
    await commands.executeCommand(forgetEverything);
    user.dispose();
  });
});
