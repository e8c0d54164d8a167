import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageApiUser } from '../../scripts/apiUser';
import type { Fault } from '../../src/sandbox/startSandbox';
import { linkEnvFile } from './support/linkEnvFile';
import { secretPattern } from '../support/secretPattern';
import { expiryItem, refreshFirstTime, startScene, type Scene } from './support/scene';
import { giveTokensToPrograms } from './support/launchCanary';
import { createLaunchFolder, type LaunchFolder } from './support/launchFolder';
import { readBrowserStorage } from './support/browserStorage';
import { lookAtRoomTerminal, reportOfApiUser } from './support/programsCanary';
import { waitUntil } from './support/waitUntil';

const faults: readonly Fault[] = [
  ...([401, 403, 404, 422, 429, 500] as const).map(status => ({ kind: 'status', status }) as const),
  { kind: 'reset' },
  { kind: 'html' },
  { kind: 'html', status: 200 },
  { kind: 'empty' },
  { kind: 'truncatedJson' },
  { kind: 'missingFields' },
  { kind: 'hugeBody' },
  { kind: 'markup' },
  { kind: 'redirect', location: 'http://127.0.0.1:9/' },
];

describe('Secrets', () => {
  let scene: Scene;
  let folder: LaunchFolder;
  let envFile: string;
  /** What the window said and showed, collected along the way. */
  const seen: string[] = [];
  /** Every secret that there is: keys and whole tokens, and what alone makes a token valid. */
  const secrets = new Set<string>();

  const look = async () => seen.push(await scene.workbench.page.content());
  const addToken = (token: string) => {
    secrets.add(token);
    secrets.add(token.split('.')[2] ?? token);
  };

  beforeAll(async () => {
    folder = await createLaunchFolder();
    envFile = join(folder.path, '.env');
    await writeFile(envFile, 'A=1\n');
    scene = await startScene({}, folder.path, { otherVsix: [await packageApiUser()] });
    scene.workbench.page.on('console', message => seen.push(message.text()));
    secrets.add(scene.sandbox.apiKey);
    addToken(scene.room.refreshToken);
  });

  afterAll(async () => {
    await scene.stop();
    await folder.remove();
  });

  it('are put through every command and every fault', async () => {
    const { workbench, room, sandbox } = scene;
    const { quickInput, notifications, view, clipboard, dialog } = workbench;
    await view.open();
    await refreshFirstTime(scene, 3600);
    await notifications.click('Copy Token');
    addToken(
      await waitUntil(
        () => clipboard.read(),
        text => text !== '',
        'a copy',
      ),
    );
    await view.expand(room.title);
    await view.expand('Claims');
    await look();
    for (const label of [room.title, 'Client token', 'Refresh token', 'Claims', 'Token ID']) {
      seen.push(await view.tooltip(label));
    }

    await workbench.runCommand('Telnyx: Set API Key');
    await quickInput.waitFor('Set API Key');
    const wrongKey = 'KEYcanary0000000000000000000000';
    secrets.add(wrongKey);
    await quickInput.type(wrongKey);
    await look();
    await quickInput.accept();
    await notifications.waitFor(/did not accept this API key/);
    await look();
    await notifications.click('Try Again');
    await quickInput.waitFor('Set API Key');
    await quickInput.type(sandbox.apiKey);
    await quickInput.accept();
    await notifications.waitFor('Key accepted, 1 room.');
    await look();

    for (const fault of faults) {
      await notifications.clear();
      sandbox.setFault(fault);
      await view.clickInlineAction(room.title, 'Refresh Room Token');
      await quickInput.waitFor('Refresh Room Token', '1/1');
      await quickInput.accept();
      await notifications.waitFor(/./);
      await look();
      sandbox.setFault(undefined);
    }

    await notifications.clear();
    sandbox.failNext({ kind: 'status', status: 403 });
    await view.clickInlineAction(room.title, 'Refresh Room Token');
    await quickInput.waitFor('Refresh Room Token', '1/1');
    await quickInput.accept();
    await notifications.waitFor(/refused the refresh token/);
    await notifications.click('Try with API Key');
    await notifications.waitFor(/^Room token refreshed/);
    await notifications.click('Copy Token');
    await waitUntil(
      () => clipboard.read(),
      text => !secrets.has(text),
      'another token',
    );
    addToken(await clipboard.read());
    await look();

    await workbench.runCommand('Telnyx: Set Refresh Token');
    await quickInput.waitFor('Set Refresh Token');
    const another = sandbox.issueTokens(room.id).refresh_token;
    addToken(another);
    await quickInput.type(`Bearer ${another}`);
    await look();
    await quickInput.accept();
    await notifications.waitFor(/^Refresh token of room/);
    await look();
    await workbench.runCommand('Telnyx: Add Room Token…');
    await quickInput.waitFor('Add Room Token');
    const pasted = sandbox.issueTokens(room.id);
    addToken(pasted.token);
    addToken(pasted.refresh_token);
    await quickInput.type(JSON.stringify({ data: pasted }));
    await quickInput.waitForMessage(/^Client token and refresh token for room/);
    await look();
    await quickInput.accept();
    await notifications.waitFor(/^Kept: Client token/);
    await look();

    await notifications.clear();
    await view.clickMenuEntry(room.title, 'Renew Room Token');
    await notifications.waitFor(/^New token for room/);
    await look();
    await workbench.runCommand('Telnyx: New Room Token…');
    await quickInput.waitForRow('stand-up');
    await look();
    await quickInput.choose('stand-up');
    await quickInput.waitFor('New Room Token', '2/3');
    await quickInput.choose('Other…');
    await quickInput.waitForMessage(/^TTL of the client token/);
    await quickInput.type('10');
    await quickInput.accept();
    await quickInput.waitFor('New Room Token', '3/3');
    await quickInput.choose('1 h');
    await notifications.waitFor(/^New token for room stand-up/);
    await look();
    await view.clickInlineAction('stand-up', 'Turn On Auto-Refresh');
    await notifications.waitFor(/^Auto-refresh of room stand-up is on/);
    sandbox.failNext({ kind: 'markup' });
    await notifications.waitFor(/^Auto-refresh stopped/);
    await look();
    seen.push(await view.tooltip('stand-up'));
    await view.clickInlineAction('stand-up', 'Turn Off Auto-Refresh');
    await notifications.clear();
    await view.clickInlineAction('stand-up', 'Refresh Room Token');
    await quickInput.waitFor('Refresh Room Token', '1/1');
    await quickInput.type('600');
    await quickInput.accept();
    await notifications.waitFor(/^Room token refreshed/);
    await notifications.clear();
    await clipboard.write('');
    await view.clickMenuEntry('stand-up', 'Start Expiry Drill…');
    await quickInput.choose('10 s');
    await notifications.waitFor(/^Expiry drill/);
    addToken(await clipboard.read());
    await look();
    await dialog.waitFor(/^The token of the drill ended/);
    await look();
    await workbench.page.keyboard.press('Escape');

    await workbench.runCommand('Telnyx: Copy Room Token');
    await workbench.statusBar.waitFor(/^Copied the client token of room/);
    await look();
    for (const form of ['Refresh Loop', 'curl Command', 'Telnyx SDK Code']) {
      await clipboard.write('');
      await workbench.runCommand('Telnyx: Copy Room Token As…');
      await quickInput.choose(form);
      const code = await waitUntil(
        () => clipboard.read(),
        text => text !== '',
        'code',
      );
      seen.push(code);
    }
    await workbench.runCommand('Telnyx: Copy Room Token');
    await workbench.statusBar.waitFor(/^Copied the client token of room/);
    await workbench.runCommand('Telnyx: Decode Token');
    await workbench.page.getByText('Decoded, not verified').first().waitFor();
    await look();
    await workbench.screenshot('decoded-token');
    const { id } = await workbench.statusBar.waitFor(expiryItem);
    seen.push(await workbench.statusBar.tooltip(id));
    await workbench.statusBar.click(id);
    await quickInput.waitForRow('Reveal');
    await look();
    await quickInput.choose('Reveal');
    await view.clickMenuEntry('stand-up', 'Pin Room to the Status Bar');
    await view.waitForRow('stand-up', ({ description }) => description.endsWith('pinned'));
    await view.clickMenuEntry('stand-up', 'Unpin Room from the Status Bar');
    await workbench.runCommand('Telnyx: Try the Sandbox');
    await view.waitForRow('sandbox');
    await view.expand('sandbox');
    await look();
    await workbench.runCommand('Telnyx: Stop the Sandbox');
    await waitUntil(
      () => view.rows(),
      rows => rows.every(({ label }) => label !== 'sandbox'),
      'no room of the sandbox',
    );
    await workbench.runCommand('Telnyx: Forget Room');
    await dialog.waitFor(/^Forget room/);
    await look();
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand('Telnyx: Collect Network Diagnostics');
    await workbench.page.getByText('Requests reach').first().waitFor();
    await look();
    await workbench.screenshot('network-diagnostics');
    await workbench.runCommand('Telnyx: Show Log');
    await workbench.page.getByText('Refreshed http://127.0.0.1').first().waitFor();
    await look();
    await workbench.runCommand('Telnyx: Remove API Key');
    await dialog.waitFor(/^Remove the API key/);
    await look();
    await workbench.page.keyboard.press('Escape');

    const sent = sandbox.requests.map(({ body, headers }) => body + JSON.stringify(headers)).join();
    expect([...secrets].filter(secret => secret.includes('.') && sent.includes(secret))).toContain(
      room.refreshToken,
    );
  });

  it('are put through what gives programs a room', async () => {
    seen.push(...(await lookAtRoomTerminal(scene)));
    seen.push(...(await reportOfApiUser(scene)));
  });

  it('are given to programs that the workspace starts', async () => {
    const tokens = await giveTokensToPrograms(scene, folder, look);
    expect(tokens.every(token => token.startsWith('eyJ'))).toBe(true);
    tokens.forEach(addToken);
  });

  it('are put through a linked file, which gets the client token and nothing else', async () => {
    const { workbench } = scene;
    await workbench.notifications.clear();
    await linkEnvFile(workbench, '.env', 'TELNYX_CLIENT_TOKEN_EXPIRES_AT');
    await look();
    await workbench.view.open();
    await workbench.view.waitForRow('.env');
    seen.push(await workbench.view.tooltip('.env'));
    const text = await readFile(envFile, 'utf8');
    const [, token = ''] = /^A=1\nTELNYX_CLIENT_TOKEN=(\S+)\n[^=]+=[\dTZ:-]+\n$/.exec(text) ?? [];
    addToken(token);
    expect(found([text.replace(token, '')])).toEqual([]);
    const names = await readdir(folder.path);
    expect(names.filter(name => name.startsWith('.'))).toEqual(['.env', '.vscode']);
  });

  it('are not in what the window showed or wrote to its console', () => {
    expect(seen.length).toBeGreaterThan(faults.length);
    expect(seen.some(text => text.includes(scene.room.title))).toBe(true);
    expect(found(seen)).toEqual([]);
  });

  it('are not in the browser but in its secret storage, encrypted', async () => {
    const storage = await readBrowserStorage(scene.workbench.page);
    const state = storage.filter(({ place }) => place !== 'localStorage/secrets.provider');
    // The state of the extension is there: the right places were searched.
    expect(state.some(({ text }) => text.includes(`telnyxRooms.room:`))).toBe(true);
    expect(state.some(({ text }) => text.includes(`telnyxRooms.envLink:`))).toBe(true);
    expect(storage.length).toBeGreaterThan(state.length);
    expect(found(storage.map(({ text }) => text))).toEqual([]);
  });

  it('are not in any file that VS Code wrote: logs, settings, state', async () => {
    const files = await readTree(scene.editor.server.userDataFolder);
    const log = files.find(({ path }) => path.endsWith('Telnyx Room Tokens.log'));
    expect(log?.text).toContain('Refreshed http://127.0.0.1');
    expect(log?.text).toContain('failed: refused status=403 code=10010');
    expect(found(files.map(({ text }) => text))).toEqual([]);
  });

  it('are gone from the browser after Forget Everything', async () => {
    const { workbench } = scene;
    await workbench.runCommand('Telnyx: Forget Everything');
    await workbench.dialog.click('Forget Everything');
    await waitUntil(
      () => workbench.view.welcomeText(),
      text => text !== '',
      'a welcome text',
    );
    const records = async () =>
      (await readBrowserStorage(workbench.page)).filter(
        ({ text }) => text.includes('telnyxRooms.room:') || text.includes(scene.room.id),
      );
    await waitUntil(records, found => found.length === 0, 'no record of the room');
    expect(await readFile(envFile, 'utf8')).toBe('A=1\n');
  });

  /** The secrets in any of the texts, and whatever looks like one that this test does not know. */
  function found(texts: readonly string[]): string[] {
    const known = [...secrets].filter(secret => texts.some(text => text.includes(secret)));
    const alike = texts.flatMap(text => text.match(secretPattern) ?? []);
    return [...known, ...alike];
  }
});

async function readTree(folder: string): Promise<{ path: string; text: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async entry => {
        const path = join(entry.parentPath, entry.name);
        return { path, text: await readFile(path, 'latin1') };
      }),
  );
}
