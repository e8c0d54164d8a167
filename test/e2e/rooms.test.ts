import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expiryItem, refreshFirstTime, startScene, type Scene } from './support/scene';
import { waitUntil } from './support/waitUntil';

// One user's way through the extension: each step stands on those before it.
describe('Several rooms and an API key, by mouse', () => {
  let scene: Scene;
  let later: { readonly id: string; readonly title: string };

  beforeAll(async () => {
    scene = await startScene({
      'workbench.colorTheme': 'Default High Contrast',
      'telnyxRooms.statusBar.seconds': 'lastMinute',
      'telnyxRooms.defaultTtl': 1800,
    });
    const { id } = scene.sandbox.createRoom();
    later = { id, title: id.slice(0, 8) };
  });

  afterAll(async () => {
    await scene.stop();
  });

  it('takes the ID of another room in the list of known ones', async () => {
    const { workbench, sandbox } = scene;
    const { quickInput, notifications, view } = workbench;
    await refreshFirstTime(scene, 600);
    await notifications.clear();
    await view.clickTitleAction('Refresh Room Token');
    expect((await quickInput.waitForRows()).map(({ label }) => label)).toEqual([scene.room.title]);
    await quickInput.type('no such room');
    await quickInput.waitForRow('No such room here');
    await quickInput.type(later.id);
    await quickInput.choose(`Use room ${later.id}`);
    expect(await quickInput.waitFor('Refresh Room Token', '2/3')).toMatchObject({ value: '1800' });
    await quickInput.accept();
    await quickInput.waitFor('Refresh Room Token', '3/3');
    await quickInput.type(sandbox.issueTokens(later.id).refresh_token);
    await quickInput.accept();
    await notifications.waitFor(/^Room token refreshed/);
    await view.waitForRow(later.title);
  });

  it('shows the room that expires first, in minutes, until another one is pinned', async () => {
    const { workbench, room } = scene;
    const { statusBar, view } = workbench;
    await statusBar.waitFor(expiryItem, ({ text }) => text === `${room.title} 10 min`);
    await view.clickMenuEntry(later.title, 'Pin Room to the Status Bar');
    const { id } = await statusBar.waitFor(expiryItem, ({ text }) =>
      text.startsWith(`${later.title} `),
    );
    await view.waitForRow(later.title, ({ description }) => description.endsWith('pinned'));
    expect(await statusBar.tooltip(id)).toMatch(
      /^Telnyx room .*\nClient token: until \d\d:\d\d:\d\d\nRefresh token: until \d\d:\d\d:\d\d\nAuto-refresh: off\nCan be kept alive until/,
    );
    await workbench.screenshot('pinned-high-contrast');
    await view.clickMenuEntry(later.title, 'Unpin Room from the Status Bar');
    await statusBar.waitFor(expiryItem, ({ text }) => text.startsWith(`${room.title} `));
  });

  it('keeps an API key that the API accepts, and offers to remove it', async () => {
    const { workbench, sandbox } = scene;
    const { quickInput, notifications, view, dialog } = workbench;
    await view.chooseTitleMenuEntry('Set API Key');
    expect(await quickInput.waitFor('Set API Key')).toMatchObject({ isPassword: true });
    await quickInput.type(sandbox.apiKey);
    await quickInput.accept();
    await notifications.waitFor('Key accepted, 2 rooms.');
    const titles = await view.titleMenuEntries();
    expect(titles).toContain('Remove API Key');
    expect(titles).not.toContain('Set API Key');
    await view.chooseTitleMenuEntry('Remove API Key');
    await dialog.waitFor(/^Remove the API key for 127\.0\.0\.1:\d+\?$/);
    await workbench.screenshot('remove-key-high-contrast');
    await dialog.click('Remove');
    await notifications.waitFor(/was removed\.$/);
    expect(await view.titleMenuEntries()).toContain('Set API Key');
  });

  it('forgets one room and keeps the other', async () => {
    const { workbench, room } = scene;
    const { dialog, view } = workbench;
    await view.clickMenuEntry(later.title, 'Forget Room');
    await dialog.waitFor(`Forget room ${later.title}?`);
    await dialog.click('Forget');
    await waitUntil(
      () => view.rows(),
      rows => rows.length === 1 && rows[0]?.label === room.title,
      'the other room alone',
    );
  });
});
