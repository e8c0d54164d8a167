import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expiryItem, refreshFirstTime, startScene, type Scene } from './support/scene';
import { waitUntil } from './support/waitUntil';

// One user's tokens over some minutes: each step stands on those before it.
describe('Keeping a token alive, with 10 s tokens', () => {
  let scene: Scene;

  const refreshes = () =>
    scene.sandbox.requests.filter(({ path }) => path.endsWith('refresh_client_token')).length;

  const waitForRefreshes = (count: number) =>
    waitUntil(
      () => Promise.resolve(refreshes()),
      found => found >= count,
      `${count} refreshes`,
    );

  beforeAll(async () => {
    scene = await startScene({ 'telnyxRooms.notifyBeforeExpiry': 4 });
    await scene.workbench.view.open();
  });

  afterAll(async () => {
    await scene.stop();
  });

  it('reminds once before a token ends, and takes it back when the room is kept fresh', async () => {
    const { workbench, room } = scene;
    const { notifications, view, statusBar } = workbench;
    await refreshFirstTime(scene, 10);
    await notifications.clear();
    const reminder = await notifications.waitFor(/^The client token of room .* ends/);
    expect(reminder.severity).toBe('info');
    expect(reminder.text).toMatch(/Refresh \| Turn On Auto-Refresh \| Don't Show Again/);
    await workbench.screenshot('reminder');
    await notifications.clickLink('Turn On Auto-Refresh');
    await notifications.waitFor(/^Auto-refresh of room .* is on/);
    await waitUntil(
      async () => (await notifications.read()).filter(({ text }) => text.includes(' ends ')),
      left => left.length === 0,
      'no reminder',
    );
    await view.waitForRow(room.title, ({ description }) => description.includes('kept fresh'));
    await statusBar.waitFor(expiryItem, ({ text }) => /0:(10|0\d)$/.test(text));
  });

  it('refreshes by itself, cycle after cycle, and says when the next one is', async () => {
    const { workbench, room } = scene;
    const { view, statusBar } = workbench;
    const before = refreshes();
    await waitForRefreshes(before + 2);
    await view.expand(room.title);
    const row = await view.waitForRow('Auto-refresh');
    expect(row.description).toMatch(/^next refresh (now|\d\d:\d\d:\d\d)$/);
    const kept = await view.waitForRow('Can be kept alive');
    expect(kept.description).toMatch(/^until \d\d:\d\d:\d\d/);
    const { id, background } = await statusBar.waitFor(expiryItem);
    expect(background).not.toBe('error');
    expect(await statusBar.tooltip(id)).toMatch(/Auto-refresh: next refresh/);
    await workbench.screenshot('kept-fresh');
  });

  it('stops when Telnyx refuses it, says why once, and keeps what it has', async () => {
    const { workbench, room, sandbox } = scene;
    const { notifications, view } = workbench;
    await notifications.clear();
    sandbox.failNext({ kind: 'status', status: 403 });
    await notifications.waitFor(/^Auto-refresh stopped\. Telnyx refused the refresh token/);
    await view.waitForRow(room.title, ({ description }) =>
      description.includes('auto-refresh stopped'),
    );
    const count = refreshes();
    await workbench.screenshot('auto-refresh-stopped');
    await notifications.clear();
    expect(refreshes()).toBe(count);
  });

  it('renews in one step with the API key, and is kept fresh again', async () => {
    const { workbench, room, sandbox } = scene;
    const { quickInput, notifications, view } = workbench;
    await view.clickMenuEntry(room.title, 'New Room Token…');
    await quickInput.waitFor('Set API Key');
    await quickInput.type(sandbox.apiKey);
    await quickInput.accept();
    await quickInput.waitFor('New Room Token', '1/2');
    await quickInput.escape();
    await notifications.clear();
    await view.clickMenuEntry(room.title, 'Renew Room Token');
    await notifications.waitFor(/^New token for room/);
    await view.waitForRow(room.title, ({ description }) => description.includes('kept fresh'));
    await notifications.clear();
    await view.clickInlineAction(room.title, 'Turn Off Auto-Refresh');
    await notifications.waitFor(/^Auto-refresh of room .* is off/);
  });

  it('runs a drill beside it: copied, counted down, reviewed at the end', async () => {
    const { workbench, room } = scene;
    const { quickInput, notifications, clipboard, dialog, view } = workbench;
    await notifications.clear();
    await clipboard.write('');
    await view.clickMenuEntry(room.title, 'Start Expiry Drill…');
    await quickInput.choose('10 s');
    await notifications.waitFor(/^Expiry drill of room .*: it ends in 0:0\d$/);
    await workbench.screenshot('drill');
    expect(await clipboard.read()).toMatch(/^eyJ/);
    await dialog.waitFor(/^The token of the drill ended/);
    await workbench.screenshot('drill-review');
    await workbench.page.keyboard.press('Escape');
  });

  it('says nothing of a token that ends at start-up', async () => {
    const { workbench, room } = scene;
    const { notifications, view, quickInput } = workbench;
    await view.clickInlineAction(room.title, 'Refresh Room Token');
    await quickInput.waitFor('Refresh Room Token', '1/1');
    await quickInput.type('10');
    await quickInput.accept();
    await notifications.waitFor(/^Room token refreshed/);
    await notifications.waitFor(/ ends /);
    await workbench.reload();
    await view.waitForRow(room.title, ({ description }) => description.startsWith('expired'));
    expect((await notifications.read()).filter(({ text }) => text.includes(' ends '))).toEqual([]);
  });
});
