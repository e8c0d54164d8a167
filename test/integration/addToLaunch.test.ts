import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { commands, ConfigurationTarget, env, Position, window, workspace } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { useLaunches } from './support/launches';
import { openEditor } from './support/textFiles';
import { useWorld } from './support/world';

const { addToLaunch, copyToken, setRefreshToken } = commandIds;

const file = '.vscode/launch.json';
const newConfiguration = 'Launch with Telnyx Token';

const usual = `{
  // Mine.
  "version": "0.2.0",
  "configurations": [
    { "type": "node", "request": "launch", "name": "app", "program": "\${workspaceFolder}/program.js" },
  ],
}
`;

describe('Telnyx: Add to launch.json', () => {
  const world = useWorld();
  const launches = useLaunches();

  // VS Code in a browser saves by itself.
  const autoSave = (value?: string) =>
    workspace.getConfiguration('files').update('autoSave', value, ConfigurationTarget.Global);
  before(() => autoSave('off'));
  after(() => autoSave());

  const written = () => launches.readFile(file);
  const shown = () => workspace.asRelativePath(window.activeTextEditor?.document.uri ?? '');
  const dirty = () => workspace.textDocuments.filter(({ isDirty }) => isDirty).length;

  it('makes the file, with a configuration that starts with the token and asks for no room', async () => {
    const { room, sandbox, user, refreshOnce, run } = world();
    await refreshOnce();
    const other = sandbox.issueTokens(sandbox.createRoom().id).refresh_token;
    await run(setRefreshToken, undefined, { type: other });
    await launches.writeProgram();
    await launches.writeFile('package.json', '{ "main": "./program.js" }');
    await run(addToLaunch, { kind: 'room', roomKey: room.key });
    match(
      user.texts.at(-1) ?? '',
      new RegExp(`^The configuration "${newConfiguration}" now gets the token of room`),
    );
    strictEqual(shown(), file);
    strictEqual(dirty(), 0);
    await launches.waitForConfiguration(newConfiguration);
    user.will({ press: 'Give Tokens' });
    const given = await launches.start(newConfiguration);
    await commands.executeCommand(copyToken, room.key);
    const token = await env.clipboard.readText();
    deepStrictEqual(given, { token, roomId: room.id, args: [] });
  });

  it('asks which configuration, changes it alone, saves, and changes nothing the second time', async () => {
    const { room, user, refreshOnce, run } = world();
    await refreshOnce();
    await launches.writeFile(file, usual);
    await run(addToLaunch, undefined, { pick: 'app' });
    const text = await written();
    ok(text.startsWith('{\n  // Mine.\n'));
    match(text, new RegExp(`"env": \\{ "TELNYX_CLIENT_TOKEN": .*"${room.id}" \\} \\},\n  \\],\n`));
    match(text, /"command": "telnyxRooms.clientToken",\n {6}"args": \{\n/);
    deepStrictEqual(user.inputs.at(-1)?.rows, ['app', 'New Node.js Configuration']);
    await run(addToLaunch, undefined, { pick: 'app' });
    strictEqual(await written(), text);
    match(user.texts.at(-1) ?? '', /already/);
  });

  it('changes nothing after Escape', async () => {
    const { refreshOnce, run } = world();
    await refreshOnce();
    await launches.writeFile(file, usual);
    await run(addToLaunch, undefined, 'escape');
    strictEqual(await written(), usual);
  });

  it('works on the text with its unsaved changes, leaves them unsaved, and can be undone', async () => {
    const { refreshOnce, run } = world();
    await refreshOnce();
    await launches.writeFile(file, usual);
    const editor = await openEditor(launches.uri(file));
    await editor.edit(edit => edit.insert(new Position(1, 0), '  // not saved\n'));
    const unsaved = editor.document.getText();
    await run(addToLaunch, undefined, { pick: 'app' });
    const { document } = editor;
    match(document.getText(), /\/\/ not saved\n[^]*TELNYX_CLIENT_TOKEN[^]*telnyxClientToken/);
    ok(document.isDirty);
    strictEqual(await written(), usual);
    await commands.executeCommand('undo');
    await eventually(() => document.getText() === unsaved);
  });

  it('replaces another room only after a question', async () => {
    const { room, sandbox, user, refreshOnce, run } = world();
    await refreshOnce();
    const { id } = sandbox.createRoom();
    const refreshToken = sandbox.issueTokens(id).refresh_token;
    await run(setRefreshToken, undefined, { type: refreshToken });
    await launches.writeFile(file, usual);
    await run(addToLaunch, room.key, { pick: 'app' });
    const before = await written();
    await run(addToLaunch, undefined, { pick: id.slice(0, 8) }, { pick: 'app' }, 'escape');
    strictEqual(await written(), before);
    match(user.texts.at(-1) ?? '', /^Replace TELNYX_CLIENT_TOKEN and TELNYX_ROOM_ID of .*"app"\?$/);
    const replace = { press: 'Replace' };
    await run(addToLaunch, undefined, { pick: id.slice(0, 8) }, { pick: 'app' }, replace);
    const text = await written();
    match(text, new RegExp(`input:telnyxClientToken2}", "TELNYX_ROOM_ID": "${id}"`));
    ok(text.includes(`"room": "${room.id}"`), 'the input of the other room is left alone');
  });

  it('leaves a broken file alone, says where, and shows it', async () => {
    const { user, refreshOnce, run } = world();
    await refreshOnce();
    const broken = usual.replace('"0.2.0",', '"0.2.0"');
    await launches.writeFile(file, broken);
    await run(addToLaunch);
    match(user.texts.at(-1) ?? '', /line 4, column 3: comma expected/);
    strictEqual(shown(), file);
    deepStrictEqual(window.activeTextEditor?.selection.active, new Position(3, 2));
    strictEqual(await written(), broken);
  });

  it('leads on where there is no room', async () => {
    const { user, run } = world();
    await run(addToLaunch);
    deepStrictEqual(user.messages.at(-1)?.buttons, ['New Room Token']);
  });
});
