import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLaunchFolder, type LaunchFolder } from './support/launchFolder';
import { pressF5 } from './support/pressF5';
import { refreshAndCopy, refreshFirstTime, startScene, type Scene } from './support/scene';
import { waitUntil } from './support/waitUntil';

const question = /^Give client tokens to programs that the workspace \S+ starts\?$/;
const refused = /that you don't trust get no Telnyx tokens/;
const allowed = 'Programs that this workspace starts may get client tokens.';

// One user's way: each step stands on those before it.
describe('F5 gives a program its token', () => {
  let scene: Scene;
  let folder: LaunchFolder;
  let token: string;

  beforeAll(async () => {
    folder = await createLaunchFolder();
    scene = await startScene({}, folder.path);
    token = await refreshAndCopy(scene, 3600);
  });

  afterAll(async () => {
    await scene.stop();
    await folder.remove();
  });

  it('after a question, by keyboard', async () => {
    const { workbench, room } = scene;
    const { dialog, page } = workbench;
    await pressF5(page);
    const shown = await dialog.waitFor(question);
    expect(shown.detail).toMatch(/Refresh tokens and API keys are never given/);
    expect(shown.buttons).toEqual(['Cancel', 'Give Tokens']);
    await workbench.screenshot('launch-consent');
    await page.keyboard.press('Enter');
    expect(await folder.waitForGiven(1)).toEqual({ token, roomId: room.id });
    await page.getByText('the program was here').first().waitFor();
    expect(await page.content()).not.toContain(token.slice(-20));
    await pressF5(page);
    expect(await folder.waitForGiven(2)).toEqual({ token, roomId: room.id });
    expect(await dialog.read()).toBeUndefined();
  });

  it('shows that it is allowed, until it is taken back', async () => {
    const { workbench } = scene;
    const { dialog, notifications, page, view } = workbench;
    await view.open();
    expect(await view.message()).toContain(allowed);
    await workbench.screenshot('launch-allowed');
    await view.chooseTitleMenuEntry('Stop Giving Tokens to Launches');
    await notifications.waitFor(/^Programs that this workspace starts get no more client tokens/);
    await waitUntil(
      () => view.message(),
      message => !message.includes(allowed),
      'no word of programs',
    );
    expect(await view.titleMenuEntries()).not.toContain('Stop Giving Tokens to Launches');
    await notifications.clear();
    await pressF5(page);
    await dialog.waitFor(question);
    await page.keyboard.press('Escape');
    await dialog.waitForClose();
    expect(await folder.given()).toHaveLength(2);
  });

  it('and a task too', async () => {
    const { workbench } = scene;
    const { dialog, notifications, page, quickInput } = workbench;
    const runTask = async () => {
      await workbench.runCommand('Tasks: Run Task');
      await quickInput.choose('Serve');
      await dialog.waitFor(question);
    };
    await runTask();
    await page.keyboard.press('Escape');
    await dialog.waitForClose();
    await workbench.screenshot('task-cancelled');
    await notifications.clear();
    await runTask();
    await dialog.click('Give Tokens');
    expect(await folder.waitForGiven(3)).toEqual({ token });
  });
});

describe('A workspace that is not trusted', () => {
  let scene: Scene;
  let folder: LaunchFolder;
  const askForToken = () => scene.workbench.page.keyboard.press('Control+Alt+F9');

  beforeAll(async () => {
    folder = await createLaunchFolder();
    const settings = { 'security.workspace.trust.startupPrompt': 'never' };
    scene = await startScene(settings, folder.path, { workspaceTrust: true });
    const keys = [{ key: 'ctrl+alt+f9', command: 'telnyxRooms.clientToken' }];
    const file = join(scene.editor.server.userDataFolder, 'User', 'keybindings.json');
    await writeFile(file, JSON.stringify(keys));
    await scene.workbench.reload();
    await refreshFirstTime(scene, 3600);
    await scene.workbench.notifications.clear();
  });

  afterAll(async () => {
    await scene.stop();
    await folder.remove();
  });

  it('gets no token, whoever asks, and is led to what it takes', async () => {
    const { workbench } = scene;
    const { notifications, page } = workbench;
    await askForToken();
    const { buttons } = await notifications.waitFor(refused);
    expect(buttons).toEqual(['Manage Workspace Trust']);
    await workbench.screenshot('launch-untrusted');
    expect(await notifications.read()).toHaveLength(1);
    await notifications.click('Manage Workspace Trust');
    await page.locator('.workspace-trust-editor').waitFor();
  });

  it('gets one when it is trusted, after the question, and none when that has ended', async () => {
    const { workbench } = scene;
    const { dialog, notifications, page, statusBar, view } = workbench;
    const editor = page.locator('.workspace-trust-editor');
    await notifications.clear();
    await editor.locator('.monaco-button').getByText('Trust', { exact: true }).first().click();
    await waitUntil(
      () => statusBar.read(/^Restricted Mode/),
      item => item === undefined,
      'no restricted mode',
    );
    await askForToken();
    await dialog.waitFor(question);
    await dialog.click('Give Tokens');
    await view.open();
    await waitUntil(
      () => view.message(),
      message => message.includes(allowed),
      'that it is allowed',
    );
    await workbench.runCommand('Workspaces: Manage Workspace Trust');
    const row = editor.getByRole('listitem', { name: folder.path });
    await row.hover();
    // With a remote extension host, VS Code reloads the window then.
    const reloaded = page.waitForEvent('domcontentloaded');
    await row.getByRole('button', { name: 'Delete Path' }).click();
    await reloaded;
    await statusBar.waitFor(/^Restricted Mode/);
    await view.open();
    await waitUntil(
      async () => {
        await askForToken();
        return notifications.read();
      },
      shown => shown.some(({ text }) => text.includes("that you don't trust get no Telnyx tokens")),
      'a refusal',
    );
    expect(await dialog.read()).toBeUndefined();
  });
});
