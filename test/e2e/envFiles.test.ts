import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTemporaryFolder } from '../../scripts/hosts/temporaryFolder';
import { linkEnvFile } from './support/linkEnvFile';
import { refreshFirstTime, startScene, type Scene } from './support/scene';
import { waitUntil } from './support/waitUntil';

const written =
  /^# mine\nTELNYX_CLIENT_TOKEN=(eyJ[\w.-]+)\nTELNYX_CLIENT_TOKEN_EXPIRES_AT=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n$/;

// One user's way with a linked file: each step stands on those before it.
describe('A linked .env file', () => {
  const folder = createTemporaryFolder('linked');
  const file = join(folder.path, '.env');
  let scene: Scene;

  /** What the row of the link says beside its name. */
  const described = (text: RegExp) =>
    scene.workbench.view.waitForRow('.env', ({ description }) => text.test(description));

  const refresh = async () => {
    const { notifications, quickInput, view } = scene.workbench;
    await notifications.clear();
    await view.clickInlineAction(scene.room.title, 'Refresh Room Token');
    await quickInput.waitFor('Refresh Room Token', '1/1');
    await quickInput.accept();
    await notifications.waitFor(/^Room token refreshed/);
  };

  beforeAll(async () => {
    await writeFile(file, '# mine\n');
    scene = await startScene({ 'files.autoSave': 'off' }, folder.path);
  });

  afterAll(async () => {
    await scene.stop();
    await folder.remove();
  });

  it('is linked by keyboard, and gets the token at once', async () => {
    const { workbench, room } = scene;
    await refreshFirstTime(scene, 600);
    await workbench.notifications.clear();
    await linkEnvFile(workbench, '.env', 'TELNYX_CLIENT_TOKEN_EXPIRES_AT');
    expect(await readFile(file, 'utf8')).toMatch(written);
    await workbench.view.expand(room.title);
    await described(/^written \d\d:\d\d:\d\d · TELNYX_CLIENT_TOKEN$/);
    expect(await workbench.view.tooltip('.env')).toContain(
      'TELNYX_CLIENT_TOKEN_EXPIRES_AT when it ends',
    );
    await workbench.screenshot('linked-env-file');
  });

  it('gets each new token', async () => {
    const before = await readFile(file, 'utf8');
    await refresh();
    const after = await waitUntil(
      () => readFile(file, 'utf8'),
      text => text !== before,
      'another token in the file',
    );
    expect(after).toMatch(written);
  });

  it('is up to date after a reload, and says when it is gone', async () => {
    const { workbench, room } = scene;
    await workbench.reload();
    await workbench.view.open();
    await workbench.view.expand(room.title);
    await described(/^up to date · TELNYX_CLIENT_TOKEN$/);
    await rm(file);
    await refresh();
    await described(/^file not found/);
    await workbench.notifications.waitFor(/^\.env is gone\./);
    await workbench.screenshot('linked-env-file-gone');
    await workbench.notifications.clear();
    await workbench.view.clickMenuEntry('.env', 'Write Now');
    await workbench.notifications.waitFor('Wrote TELNYX_CLIENT_TOKEN to .env.');
    await described(/^written /);
  });

  it('is unlinked from its row, with its value', async () => {
    const { dialog, notifications, view } = scene.workbench;
    await notifications.clear();
    await view.clickMenuEntry('.env', 'Unlink .env File…');
    await dialog.waitFor('Unlink .env?');
    await scene.workbench.screenshot('unlink-env-file');
    await dialog.click('Unlink and Remove Value');
    await notifications.waitFor('Unlinked .env, and took TELNYX_CLIENT_TOKEN out of it.');
    expect(await readFile(file, 'utf8')).toBe('');
    await waitUntil(
      () => view.rows(),
      rows => rows.every(({ label }) => label !== '.env'),
      'a view without the link',
    );
  });
});
