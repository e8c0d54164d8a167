import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshFirstTime, startScene, type Scene } from './support/scene';
import { waitUntil } from './support/waitUntil';

/** Where VS Code keeps secrets in the browser, and where it gets the key for them from. */
const secretsKey = 'secrets.provider';
const keyAddress = '**/mint-key*';

// One user's way: each step stands on those before it.
describe("VS Code's secret storage", () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await startScene();
    await refreshFirstTime(scene, 3600);
  });

  afterAll(async () => {
    await scene.stop();
  });

  it('that lost everything is told of at the next start, and a pasted token mends it', async () => {
    const { sandbox, workbench, room } = scene;
    const { notifications, quickInput, view } = workbench;
    await workbench.page.evaluate(`localStorage.removeItem(${JSON.stringify(secretsKey)})`);
    await workbench.reload();
    await workbench.runCommand('View: Show Telnyx');
    await view.waitForRow(room.title, ({ description }) =>
      description.startsWith("VS Code can't read the token · refresh token can't be read"),
    );
    await workbench.screenshot('secrets-lost');
    expect(sandbox.requests).toHaveLength(1);

    await view.clickInlineAction(room.title, 'Refresh Room Token');
    await quickInput.waitFor('Refresh Room Token', '1/2');
    await quickInput.accept();
    await quickInput.waitFor('Refresh Room Token', '2/2');
    await quickInput.type(room.refreshToken);
    await quickInput.accept();
    await notifications.waitFor(/^Room token refreshed/);
    await view.waitForRow(room.title, ({ description }) => description.startsWith('until '));
    await notifications.clear();
  });

  it('that hangs can be left by Cancel, and is said with what to do after 10 s', async () => {
    const { workbench, room } = scene;
    const { notifications, view } = workbench;
    const page = workbench.page;
    await page.route(keyAddress, () => undefined);
    await workbench.reload();
    await view.waitForRow(room.title);
    await workbench.runCommand('Telnyx: Copy Room Token');
    await notifications.waitFor("Waiting for VS Code's secret storage…");
    await workbench.screenshot('secrets-hang');
    await notifications.click('Cancel');

    await workbench.runCommand('Telnyx: Copy Room Token');
    await notifications.waitFor(/^VS Code's secret storage did not answer within 10 s\./);
    await workbench.screenshot('secrets-silent');
    await notifications.clear();

    await page.unroute(keyAddress);
    await workbench.reload();
    await workbench.runCommand('Telnyx: Copy Room Token');
    await waitUntil(
      () => workbench.clipboard.read(),
      text => text.startsWith('eyJ'),
      'the token that was there all the time',
    );
  });
});
