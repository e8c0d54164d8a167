import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHostileRepository, type HostileRepository } from './support/hostileRepository';
import { pressF5 } from './support/pressF5';
import { expiryItem, refreshAndCopy, startScene, type Scene } from './support/scene';
import { waitUntil } from './support/waitUntil';
import type { Workbench } from './support/workbench';

const consent = /^Give client tokens to programs that the workspace \S+ starts\?$/;

// One user's way through a repository of somebody else: each step stands on those before it.
describe('A hostile repository', () => {
  let scene: Scene;
  let repository: HostileRepository;
  let token: string;

  beforeAll(async () => {
    repository = await createHostileRepository();
    const settings = {
      'security.workspace.trust.startupPrompt': 'never',
      // The worst that a user can have set.
      'task.allowAutomaticTasks': 'on',
      'terminal.integrated.defaultProfile.linux': 'bash',
    };
    scene = await startScene(settings, repository.path, { workspaceTrust: true });
    const machine = join(scene.editor.server.userDataFolder, 'Machine');
    await mkdir(machine, { recursive: true });
    const file = join(machine, 'settings.json');
    await writeFile(file, JSON.stringify(repository.machineSettings));
    await scene.workbench.reload();
    token = await refreshAndCopy(scene, 3600);
  });

  afterEach(async () => {
    // Whatever was tried: nothing was stolen, sent elsewhere, written elsewhere, or shown.
    expect(await repository.stolen()).not.toContain('eyJ');
    expect(repository.received()).toEqual([]);
    expect(await repository.outside()).toEqual({ '.env': 'MINE=1\n' });
    expect(await scene.workbench.page.content()).not.toContain(token.slice(-20));
  });

  afterAll(async () => {
    await scene.stop();
    await repository.remove();
  });

  /** Runs a command that has to be refused, up to the message that says so. */
  async function expectRefusal(title: string, says: RegExp): Promise<void> {
    const { notifications } = scene.workbench;
    await scene.workbench.runCommand(title);
    await notifications.waitFor(says);
    await notifications.clear();
  }

  /** The TTL that is suggested for the first refresh of a room. */
  async function suggestedTtl(workbench: Workbench): Promise<string> {
    const { quickInput } = workbench;
    await workbench.runCommand('Telnyx: Refresh Room Token');
    await quickInput.waitFor('Refresh Room Token', '1/3');
    const { id } = scene.sandbox.createRoom();
    await quickInput.type(id);
    await quickInput.choose(`Use room ${id}`);
    const { value } = await quickInput.waitFor('Refresh Room Token', '2/3');
    await quickInput.escape();
    return value;
  }

  /** Enters the API key; it goes to the API of the user's settings, and nowhere else. */
  async function enterApiKey(workbench: Workbench): Promise<void> {
    const { notifications, quickInput } = workbench;
    const before = scene.sandbox.requests.length;
    await workbench.runCommand('Telnyx: Set API Key');
    const { message } = await quickInput.waitFor('Set API Key');
    expect(message).toContain(`sent only to ${new URL(scene.sandbox.baseUrl).host}`);
    await quickInput.type(scene.sandbox.apiKey);
    await quickInput.accept();
    await notifications.waitFor(/^Key accepted, /);
    await notifications.clear();
    expect(scene.sandbox.requests).toHaveLength(before + 1);
  }

  it('moves no setting that matters, opened in Restricted Mode or in its container', async () => {
    const { workbench } = scene;
    // Its harmless settings count: they were read.
    await workbench.statusBar.waitFor(expiryItem, ({ text }) => !/\ds/.test(text));
    await workbench.screenshot('hostile-restricted');
    await enterApiKey(workbench);
    // That of the container, not that of the repository.
    expect(await suggestedTtl(workbench)).toBe('2222');
  });

  it('starts nothing and gets nothing written in Restricted Mode', async () => {
    const { workbench } = scene;
    const { dialog, page } = workbench;
    await pressF5(page);
    await dialog.waitFor(/trust/i);
    await workbench.screenshot('hostile-restricted-launch');
    await page.keyboard.press('Escape');
    await dialog.waitForClose();
    await expectRefusal('Telnyx: Open Room Terminal', /Trust the workspace first\.$/);
    await expectRefusal('Telnyx: Link .env File…', /you do not trust are not written/);
    await expectRefusal('Telnyx: Add to launch.json', /you do not trust are not written/);
    expect(await repository.stolen()).toBe('');
  });

  it('gets no token by being trusted: whatever it starts is asked about first', async () => {
    const { workbench } = scene;
    const { dialog, notifications, page, quickInput } = workbench;
    await workbench.runCommand('Workspaces: Manage Workspace Trust');
    const editor = page.locator('.workspace-trust-editor');
    await editor.locator('.monaco-button').getByText('Trust', { exact: true }).first().click();
    // The task that runs when the folder is opened.
    await dialog.waitFor(consent);
    await workbench.screenshot('hostile-trusted-task');
    await page.keyboard.press('Escape');
    await dialog.waitForClose();
    await pressF5(page);
    await dialog.waitFor(consent);
    await page.keyboard.press('Escape');
    await dialog.waitForClose();
    await notifications.clear();
    // A terminal whose profile the repository has set.
    await workbench.runCommand('Terminal: Create New Terminal');
    await dialog.waitFor(consent);
    await page.keyboard.press('Escape');
    await dialog.waitForClose();
    expect(await repository.stolen()).toBe('');
    // Commands of ours that a task names take no API, and answer nothing.
    await workbench.runCommand('Tasks: Run Task');
    await quickInput.choose('Steal otherwise');
    // The room that it names is none, so that the user is asked which one, and says none.
    await quickInput.waitFor('Copy Room Token');
    await quickInput.escape();
    const { message } = await quickInput.waitFor('Set API Key');
    expect(message).toContain(`sent only to ${new URL(scene.sandbox.baseUrl).host}`);
    await quickInput.escape();
    await notifications.clear();
  });

  it('has but its harmless settings count when it is trusted', async () => {
    const { workbench } = scene;
    const { quickInput } = workbench;
    await enterApiKey(workbench);
    expect(await suggestedTtl(workbench)).toBe('3333');
    await workbench.runCommand('Telnyx: Link .env File…');
    await quickInput.waitFor('Link .env File');
    const row = await waitUntil(
      async () => (await quickInput.rows()).map(({ label }) => label),
      labels => labels.some(label => label.includes('Browse')),
      'the files',
    );
    await quickInput.choose(row.find(label => label.includes('.env')) ?? '');
    await quickInput.waitFor('Link .env File', '2/3');
    await quickInput.choose('TELNYX_CLIENT_TOKEN');
    await quickInput.waitFor('Link .env File', '3/3');
    await quickInput.choose('None');
    await workbench.notifications.waitFor(/\.env is reached through a symbolic link/);
    await workbench.screenshot('hostile-linked-env');
    await workbench.notifications.clear();
  });

  it('moves nothing as a workspace file either', async () => {
    const window = await scene.editor.openWindow({ workspaceFile: repository.workspaceFile });
    await window.statusBar.waitForAbsence(/^Restricted Mode/);
    await enterApiKey(window);
    await window.page.close();
  });
});
