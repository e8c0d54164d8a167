import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEditor, type Editor } from './support/editor';
import { expiryItem } from './support/scene';
import { waitUntil } from './support/waitUntil';

describe('The sandbox, without an account or a network', () => {
  let editor: Editor;

  beforeAll(async () => {
    editor = await startEditor({ settings: { 'workbench.colorTheme': 'Default Dark Modern' } });
  });

  afterAll(async () => {
    await editor.stop();
  });

  it('does the whole job from the empty view, by mouse', async () => {
    const { view, notifications, quickInput, statusBar, clipboard } = editor.workbench;
    await view.open();
    await view.clickWelcome('Try the sandbox');
    await view.waitForRow('sandbox', ({ description }) => /^until .* · sandbox$/.test(description));
    await statusBar.waitFor(expiryItem, ({ text }) => /^sandbox (10:00|9:5\d)$/.test(text));
    await notifications.waitFor(
      /^The sandbox runs on this machine\. Its room has a client token, until \d\d:\d\d:\d\d\.$/,
    );
    await notifications.click('Refresh Room Token');
    await quickInput.waitFor('Refresh Room Token', '1/1');
    await quickInput.accept();
    await notifications.waitFor(/^Room token refreshed, valid until/);
    await view.waitForRow('sandbox', ({ description }) => /^until .* · sandbox$/.test(description));
    await statusBar.waitFor(expiryItem, ({ text }) => /^sandbox (10:00|9:5\d)$/.test(text));
    await notifications.click('Copy Token');
    await waitUntil(
      () => clipboard.read(),
      text => text.startsWith('eyJ'),
      'a token',
    );
  });

  it('marks every row of its room', async () => {
    const { view } = editor.workbench;
    await view.expand('sandbox');
    const rows = (await view.rows()).filter(({ level }) => level <= 2);
    expect(rows).toHaveLength(7);
    expect(rows.filter(({ description }) => !description.endsWith('· sandbox'))).toEqual([]);
    await editor.workbench.screenshot('sandbox-dark');
  });

  it('goes away, room and all', async () => {
    const { workbench } = editor;
    await workbench.runCommand('Telnyx: Stop the Sandbox');
    await workbench.statusBar.waitForAbsence(expiryItem);
    await waitUntil(
      () => workbench.view.welcomeText(),
      text => text.includes('Try the sandbox'),
      'the welcome text',
    );
  });

  it('says so when its room has outlived it', async () => {
    const { workbench } = editor;
    const { view, notifications, quickInput } = workbench;
    await view.clickWelcome('Try the sandbox');
    await view.waitForRow('sandbox');
    await workbench.reload();
    await view.waitForRow('sandbox');
    await view.clickInlineAction('sandbox', 'Refresh Room Token');
    await quickInput.waitFor('Refresh Room Token', '1/1');
    await quickInput.accept();
    await notifications.waitFor(/^The sandbox of this room has stopped/);
    await notifications.click('Start the Sandbox');
    await notifications.waitFor(/^The sandbox runs on this machine/);
    await notifications.click('Refresh Room Token');
    await quickInput.waitFor('Refresh Room Token', '1/1');
    await quickInput.accept();
    await notifications.waitFor(/^Room token refreshed/);
    expect((await view.rows()).filter(({ level }) => level === 1)).toHaveLength(1);
  });
});
