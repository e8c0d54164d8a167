import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeToken } from '../../src/core/tokens/decodeToken';
import { expiryItem, refreshFirstTime, startScene, type Scene } from './support/scene';
import { waitUntil } from './support/waitUntil';

// One user's way through the extension: each step stands on those before it.
describe('The main job, with the packaged extension in a real window', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await startScene();
  });

  afterAll(async () => {
    await scene.stop();
  });

  it('greets with a button and three links', async () => {
    const { workbench } = scene;
    await workbench.view.open();
    const text = await waitUntil(
      () => workbench.view.welcomeText(),
      text => text !== '',
      'a welcome text',
    );
    expect(text).toMatch(/^Get client tokens for your Telnyx rooms/);
    expect(await workbench.view.welcomeActions()).toEqual({
      buttons: ['New Room Token'],
      links: ['Add it', 'Try the sandbox', 'See how it works'],
    });
    expect(await workbench.statusBar.read(expiryItem)).toBeUndefined();
    await workbench.screenshot('welcome');
  });

  it('says what is expected while something wrong is typed', async () => {
    const { workbench, room, sandbox } = scene;
    const { quickInput } = workbench;
    await workbench.runCommand('Telnyx: Refresh Room Token');
    const first = await quickInput.waitFor('Refresh Room Token', '1/3');
    expect(first.placeholder).toBe('00000000-0000-0000-0000-000000000000');
    await quickInput.type('stand-up');
    expect(await quickInput.waitForMessage(/^A room ID is a UUID such as/)).toMatchObject({
      isRefused: true,
    });
    await workbench.screenshot('room-id-refused');
    await quickInput.type(` '${room.id.toUpperCase()}' `);
    await quickInput.waitForMessage(/^Room ID/);
    await quickInput.accept();

    expect(await quickInput.waitFor('Refresh Room Token', '2/3')).toMatchObject({ value: '600' });
    await quickInput.type('3601');
    await quickInput.waitForMessage('The TTL is a whole number of seconds from 10 to 3600.');
    await quickInput.type('600');
    await quickInput.accept();

    expect(await quickInput.waitFor('Refresh Room Token', '3/3')).toMatchObject({
      isPassword: true,
    });
    await quickInput.type(sandbox.issueTokens(room.id, { refreshTokenSeconds: -5 }).refresh_token);
    await quickInput.waitForMessage(/^This refresh token expired .*\d\d:\d\d:\d\d/);
    await quickInput.type(sandbox.issueTokens(room.id).token);
    expect(await quickInput.waitForMessage(/looks like a client token/)).toMatchObject({
      isRefused: false,
    });
    await workbench.screenshot('refresh-token-doubtful');
    await quickInput.escape();
    await quickInput.waitForClose();
    expect(sandbox.requests).toHaveLength(0);
    expect(await workbench.notifications.read()).toEqual([]);
  });

  it('refreshes by keyboard alone, reveals the room and counts down', async () => {
    const { workbench, room, sandbox } = scene;
    await refreshFirstTime(scene, 600);
    expect(sandbox.requests.map(({ status }) => status)).toEqual([201]);
    const row = await workbench.view.waitForRow(room.title);
    expect(row.description).toMatch(/^until \d\d:\d\d:\d\d · 127\.0\.0\.1:\d+$/);
    expect(row.icon).toBe('key');
    await waitUntil(
      () => workbench.view.message(),
      message => message === 'Tokens are decoded here, not verified.',
      'the message above the rows',
    );

    const first = await workbench.statusBar.waitFor(expiryItem);
    expect(first.text).toMatch(new RegExp(`^${room.title} (10:00|9:5\\d)$`));
    expect(first.background).toBe('none');
    const later = await workbench.statusBar.waitFor(expiryItem, ({ text }) => text !== first.text);
    const latest = await workbench.statusBar.waitFor(expiryItem, ({ text }) => text !== later.text);
    expect(latest.accessibilityLabel).toBe(first.accessibilityLabel);
    expect(latest.accessibilityLabel).toMatch(/client token until \d\d:\d\d:\d\d/);
    await workbench.screenshot('refreshed');
  });

  it('copies the token from the message, exactly', async () => {
    const { workbench, room } = scene;
    await workbench.notifications.click('Copy Token');
    const token = await waitUntil(
      () => workbench.clipboard.read(),
      text => text !== '',
      'a copy',
    );
    const decoded = decodeToken(token);
    expect(decoded.ok && decoded.token.claims['typ']).toBe('access');
    expect(token).toContain('.');
    expect(decoded.ok && decoded.token.grants[0]?.resources).toEqual([
      `telnyx:video:rooms:${room.id}`,
    ]);
    await workbench.statusBar.waitFor(/^Copied the client token of room/);
  });

  it('shows grants and claims, and no token', async () => {
    const { workbench, room } = scene;
    const { view } = workbench;
    const token = await workbench.clipboard.read();
    const decoded = decodeToken(token);
    const claims = decoded.ok ? decoded.token.claims : {};
    await view.expand(room.title);
    await view.expand('Grants');
    await view.expand('join');
    await view.expand('Claims');
    const rows = await view.rows();
    const described = (label: string) => rows.find(row => row.label === label)?.description;
    expect(rows.map(({ level, label }) => `${'  '.repeat(level - 1)}${label}`)).toEqual([
      room.title,
      '  Client token',
      '  Refresh token',
      '  Auto-refresh',
      '  Can be kept alive',
      '  Grants',
      '    join',
      '      Room',
      '      User',
      '  Claims',
      ...['Type', 'Expires', 'Issued at', 'Not before', 'Audience', 'Issuer', 'Subject'].map(
        label => `    ${label}`,
      ),
      '    Token ID',
      '    Grants version',
    ]);
    expect(described('Client token')).toMatch(/^•••• until \d\d:\d\d:\d\d/);
    expect(described('Refresh token')).toMatch(/^•••• until \d\d:\d\d:\d\d/);
    expect(described('join')).toBe('1 room, 1 user');
    expect(described('Room')).toBe(room.id);
    expect(described('Token ID')).toBe(claims['jti']);
    expect(await view.tooltip('Expires')).toMatch(/^exp: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ \(UTC\)$/);
    expect(await workbench.page.content()).not.toContain(token.split('.')[2]);
    await workbench.screenshot('grants-and-claims');
  });

  it('copies from the row by mouse, and refreshes from the status bar', async () => {
    const { workbench, room, sandbox } = scene;
    const { view, quickInput, statusBar, notifications } = workbench;
    const token = await workbench.clipboard.read();
    await workbench.clipboard.write('');
    await view.clickInlineAction(room.title, 'Copy Room Token');
    await waitUntil(
      () => workbench.clipboard.read(),
      text => text === token,
      'the same token',
    );

    await notifications.clear();
    const { id } = await statusBar.waitFor(expiryItem);
    await statusBar.click(id);
    const rows = await quickInput.waitForRows();
    expect(rows.map(({ label }) => label)).toEqual([
      'Refresh',
      'Copy',
      'Turn On Auto-Refresh',
      'Add Token',
      'Reveal',
    ]);
    await workbench.screenshot('status-bar-actions');
    await quickInput.choose('Refresh');
    expect(await quickInput.waitFor('Refresh Room Token', '1/1')).toMatchObject({ value: '600' });
    await quickInput.accept();
    await notifications.waitFor(/^Room token refreshed/);
    expect(sandbox.requests.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('is there again after a reload, without a request', async () => {
    const { workbench, room, sandbox } = scene;
    await workbench.reload();
    const row = await workbench.view.waitForRow(room.title);
    expect(row.description).toMatch(/^until/);
    await workbench.statusBar.waitFor(expiryItem, ({ text }) => /9:\d\d$/.test(text));
    await workbench.clipboard.write('');
    await workbench.runCommand('Telnyx: Copy Room Token');
    await waitUntil(
      () => workbench.clipboard.read(),
      text => text !== '',
      'a copy',
    );
    expect(sandbox.requests).toHaveLength(2);
  });

  it('is there in another window of the same user', async () => {
    const { editor, room, sandbox } = scene;
    const other = await editor.openWindow();
    await other.view.open();
    await other.view.waitForRow(room.title, row => row.description.startsWith('until'));
    await other.statusBar.waitFor(expiryItem);
    await other.clipboard.write('');
    await other.runCommand('Telnyx: Copy Room Token');
    await waitUntil(
      () => other.clipboard.read(),
      text => text !== '',
      'a copy',
    );
    expect(sandbox.requests).toHaveLength(2);
    await other.page.close();
  });

  it('warns before a short token ends, says when it has, and offers a refresh before a copy', async () => {
    const { workbench, room } = scene;
    const { view, quickInput, statusBar, dialog } = workbench;
    await workbench.page.bringToFront();
    await workbench.runCommand('Telnyx: Refresh Room Token');
    await quickInput.waitForRows();
    await quickInput.choose(room.title);
    await quickInput.waitFor('Refresh Room Token', '2/2');
    await quickInput.type('10');
    await quickInput.accept();
    await statusBar.waitFor(expiryItem, ({ text }) => /0:(10|0\d)$/.test(text));
    await statusBar.waitFor(expiryItem, ({ background }) => background === 'warning');
    await view.waitForRow(room.title, ({ icon }) => icon === 'warning');
    await workbench.screenshot('expiring');
    await statusBar.waitFor(
      expiryItem,
      ({ text, background }) => text.endsWith('expired') && background === 'error',
    );
    await view.waitForRow(
      room.title,
      ({ icon, description }) =>
        icon === 'circle-slash' && /^expired \d\d:\d\d:\d\d/.test(description),
    );
    await workbench.screenshot('expired');

    await workbench.runCommand('Telnyx: Copy Room Token');
    const { buttons } = await dialog.waitFor(/expired \d\d:\d\d:\d\d\.$/);
    expect(buttons).toEqual(expect.arrayContaining(['Refresh and Copy', 'Copy Expired Token']));
    await workbench.screenshot('copy-expired');
    await dialog.click('Refresh and Copy');
    await statusBar.waitFor(expiryItem, ({ text }) => /0:(10|0\d)$/.test(text));
    await statusBar.waitFor(/^Copied the client token of room/);
  });

  it('can be cancelled with the button of the progress', async () => {
    const { workbench, room, sandbox } = scene;
    const { view, quickInput, notifications } = workbench;
    await notifications.clear();
    sandbox.setFault({ kind: 'delay', milliseconds: 60_000 });
    const before = sandbox.requests.length;
    await view.clickInlineAction(room.title, 'Refresh Room Token');
    await quickInput.waitFor('Refresh Room Token', '1/1');
    await quickInput.accept();
    await view.waitForRow(room.title, ({ description }) => description.startsWith('refreshing…'));
    await notifications.waitFor(/^Refreshing the token of room/);
    await workbench.screenshot('refreshing');
    await notifications.click('Cancel');
    await view.waitForRow(room.title, ({ description }) => !description.startsWith('refreshing…'));
    sandbox.setFault(undefined);
    expect(sandbox.requests).toHaveLength(before + 1);
    expect(await notifications.read()).toEqual([]);
  });

  it('says so when the API is gone, and keeps what it has', async () => {
    const { workbench, room, sandbox } = scene;
    const { view, quickInput, notifications } = workbench;
    await sandbox.close();
    await view.clickInlineAction(room.title, 'Refresh Room Token');
    await quickInput.waitFor('Refresh Room Token', '1/1');
    await quickInput.accept();
    const { text, buttons } = await notifications.waitFor(/could not be reached/);
    expect(text).toMatch(/Check your network or proxy, then try again\. \(ECONNREFUSED\)$/);
    expect(buttons).toEqual(['Try Again', 'Collect Diagnostics']);
    await view.waitForRow(room.title, row => row.description.includes('failed: no connection'));
    await workbench.screenshot('network-gone');
  });

  it('forgets everything after a yes', async () => {
    const { workbench } = scene;
    await workbench.runCommand('Telnyx: Forget Everything');
    await workbench.dialog.waitFor('Forget everything?');
    await workbench.dialog.click('Forget Everything');
    await workbench.statusBar.waitForAbsence(expiryItem);
    await waitUntil(
      () => workbench.view.welcomeText(),
      text => text !== '',
      'a welcome text',
    );
  });
});
