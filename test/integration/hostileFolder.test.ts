import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { commands, env, window, workspace } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { hostileSettings, steeringSettings } from '../support/hostile/hostileSettings';
import { listen } from '../support/network/listening';
import { eventually } from './support/eventually';
import { agree, launchUser } from './support/launchUser';
import { linkedFilesUser, variable } from './support/linkedFilesUser';
import { close, environmentOf, newWithProfile, openedTerminal } from './support/terminals';
import { untrusted } from './support/untrusted';
import { useWorkspaceFiles } from './support/workspaceFiles';
import { useWorld } from './support/world';

const { addToLaunch, ignoreEnvFile, linkEnvFile, unlinkEnvFile, writeEnvFile } = commandIds;

const settingsFile = '.vscode/settings.json';

/** A folder that the window is not open on, with a file; it has to stay as it is. */
function useOutside() {
  let folder = '';
  const text = '{ "mine": 1 }\n';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'telnyx-rooms-outside-'));
    writeFileSync(join(folder, '.env'), text);
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  return {
    path: (name = '') => join(folder, name),
    expectUntouched() {
      deepStrictEqual(readdirSync(folder), ['.env']);
      strictEqual(readFileSync(join(folder, '.env'), 'utf8'), text);
    },
  };
}

describe('The settings of a folder', () => {
  const world = useWorld();
  const files = useWorkspaceFiles();
  const { questions } = launchUser(world);

  /** Writes them, and waits until VS Code has read them. */
  async function writeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await files.write(settingsFile, JSON.stringify(settings));
    const [[name, value] = ['', undefined]] = Object.entries(settings);
    await eventually(() => workspace.getConfiguration().get(name) === value);
  }

  afterEach(async () => {
    await Promise.all(window.terminals.map(terminal => close(terminal)));
    rmSync(files.path('.vscode'), { recursive: true, force: true });
    await eventually(
      () =>
        workspace.getConfiguration('telnyxRooms').get('statusBar.seconds') === 'always' &&
        workspace.getConfiguration('terminal.integrated.defaultProfile').get('linux') !==
          'Telnyx Room',
    );
  });

  it('move neither where requests go nor what protects, although the folder is trusted', async () => {
    const evil = await listen(createServer());
    const url = `http://127.0.0.1:${evil.port}`;
    const { refreshOnce, room, run, sandbox } = world();
    const steered = Object.keys(steeringSettings(url));
    const read = () => steered.map(name => workspace.getConfiguration().get<unknown>(name));
    const before = read();
    await writeSettings(hostileSettings(url));
    deepStrictEqual(read(), before);
    await refreshOnce();
    await run(commandIds.setApiKey, undefined, { type: sandbox.apiKey });
    await run(commandIds.copyToken, room.key);
    deepStrictEqual(
      sandbox.requests.map(({ path }) => path.replace(/^.*\/(?=[a-z])/, '')),
      ['refresh_client_token', 'rooms?page%5Bsize%5D=1'],
    );
    strictEqual(evil.connections(), 0);
    await evil.close();
  });

  it('give tokens to terminals only after the question that launches take', async () => {
    const { refreshOnce, room, user } = world();
    await refreshOnce();
    await writeSettings({ 'terminal.integrated.defaultProfile.linux': 'Telnyx Room' });
    // As VS Code opens it where it is the default; which one that is, it finds out every two seconds.
    user.will('escape');
    await newWithProfile();
    strictEqual(questions().length, 1);
    deepStrictEqual(window.terminals, []);
    user.will(agree);
    const given = await environmentOf(await openedTerminal(newWithProfile));
    strictEqual(given['TELNYX_ROOM_ID'], room.id);
    await commands.executeCommand(commandIds.stopGivingTokens);
  });
});

describe('A folder with links that lead out of it', () => {
  const world = useWorld();
  const files = useWorkspaceFiles();
  const outside = useOutside();
  const linked = linkedFilesUser(world, files);
  const lastText = () => world().user.texts.at(-1) ?? '';

  it('gets no token into what a .env link leads to, be it there or not', async () => {
    const { refreshOnce, room, run } = world();
    await refreshOnce();
    for (const target of [outside.path('.env'), outside.path('new')]) {
      symlinkSync(target, files.path('.env'));
      // Found by the search, or offered as new: its name is .env either way.
      const row = (await offered()).find(label => label === '.env') ?? 'New .env file in';
      const answers = [{ pick: row }, { pick: variable }, { pick: 'None' }];
      await run(linkEnvFile, room.key, ...answers);
      match(lastText(), /^\.env is reached through a symbolic link/);
      rmSync(files.path('.env'));
    }
    outside.expectUntouched();
  });

  /** The files that can be linked, as they are called in the list. */
  async function offered(): Promise<readonly string[]> {
    const { room, run, user } = world();
    await run(linkEnvFile, room.key, { await: 'Browse…' }, 'escape');
    return user.inputs.at(-1)?.answeredRows.map(({ label }) => label) ?? [];
  }

  /** Does work whose dialog for a file is answered with this one: a test host may have no search. */
  async function browsing(file: string, work: () => Promise<unknown>): Promise<void> {
    const { showOpenDialog } = window;
    Object.assign(window, { showOpenDialog: () => Promise.resolve([files.uri(file)]) });
    try {
      await work();
    } finally {
      Object.assign(window, { showOpenDialog });
    }
  }

  it('gets none through a folder that becomes a link, whatever is run on its row', async () => {
    const { refreshOnce, run, user } = world();
    await refreshOnce();
    await files.write('app/.env', '');
    await browsing('app/.env', () => linked.link('Browse…'));
    renameSync(files.path('app'), files.path('was'));
    symlinkSync(outside.path(), files.path('app'));
    await linked.refresh();
    const problem = 'app/.env is reached through a symbolic link';
    await eventually(() => user.texts.some(text => text.startsWith(problem)));
    const row = linked.row('app/.env');
    await run(writeEnvFile, row);
    ok(lastText().startsWith(problem));
    await run(ignoreEnvFile, row);
    await run(unlinkEnvFile, row, { press: 'Unlink and Remove Value' });
    ok(lastText().startsWith(problem));
    outside.expectUntouched();
  });

  it('gets no line into a .gitignore that is a link', async () => {
    const { refreshOnce } = world();
    await refreshOnce();
    await files.write('.env', '');
    files.git('init', '-q');
    symlinkSync(outside.path('.env'), files.path('.gitignore'));
    await linked.link('.env', { press: 'Add and Link' });
    match(lastText(), /^\.gitignore could not be written\./);
    strictEqual(files.read('.env'), '');
    outside.expectUntouched();
  });

  it('gets no launch.json that is a link, or stands in one', async () => {
    const { refreshOnce, room, run } = world();
    await refreshOnce();
    symlinkSync(outside.path(), files.path('.vscode'));
    await run(addToLaunch, room.key);
    match(lastText(), /^launch\.json is reached through a symbolic link/);
    rmSync(files.path('.vscode'));
    await files.write('.vscode/x', '');
    symlinkSync(outside.path('.env'), files.path('.vscode/launch.json'));
    await run(addToLaunch, room.key);
    match(lastText(), /^launch\.json is reached through a symbolic link/);
    outside.expectUntouched();
  });
});

describe('A folder that is not trusted', () => {
  const world = useWorld();
  const files = useWorkspaceFiles();
  const linked = linkedFilesUser(world, files);

  it('is not written to by any command', async () => {
    const { refreshOnce, room, run, user } = world();
    await refreshOnce();
    await files.write('.env', '');
    await linked.link('.env');
    await files.write('.env', '');
    files.git('init', '-q');
    const row = linked.row('.env');
    await untrusted(async () => {
      for (const [id, argument] of [
        [addToLaunch, room.key],
        [linkEnvFile, room.key],
        [writeEnvFile, row],
        [ignoreEnvFile, row],
      ] as const) {
        const before = user.texts.length;
        await run(id, argument);
        match(user.texts.slice(before).join(), /you do not trust are not written/);
      }
      await run(unlinkEnvFile, row, { press: 'Unlink and Remove Value' });
    });
    deepStrictEqual(files.names(), ['.env', '.git']);
    strictEqual(files.read('.env'), '');
    ok(!(await env.clipboard.readText()).includes('\n'));
  });
});
