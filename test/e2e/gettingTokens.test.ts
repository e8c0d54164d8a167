import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startScene, type Scene } from './support/scene';
import { waitUntil } from './support/waitUntil';

// One user's way to the first tokens: each step stands on those before it.
describe('Getting tokens without leaving the window', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await startScene({ 'workbench.colorTheme': 'Default Dark Modern' });
    scene.sandbox.createRoom('live-show', { live: true, recording: true });
    for (let index = 0; index < 300; index++) {
      scene.sandbox.createRoom(`room-${String(index).padStart(3, '0')}`);
    }
    await scene.workbench.view.open();
  });

  afterAll(async () => {
    await scene.stop();
  });

  it('asks for the API key, hidden, and then for a room of the account, by keyboard', async () => {
    const { workbench, sandbox, room } = scene;
    const { quickInput, dialog } = workbench;
    await workbench.runCommand('Telnyx: New Room Token…');
    await dialog.waitFor(/^Send tokens and API keys to/);
    await workbench.page.keyboard.press('Enter');
    expect(await quickInput.waitFor('Set API Key')).toMatchObject({ isPassword: true });
    await quickInput.type(sandbox.apiKey);
    await quickInput.accept();
    await quickInput.waitFor('New Room Token', '1/3');
    await quickInput.waitForRow('live-show');
    const rows = await quickInput.rows();
    expect(rows[0]).toMatchObject({ label: 'stand-up', description: room.title });
    expect(rows[1]?.description).toMatch(/^[0-9a-f]{8} ·\s+live now ·\s+recording$/);
    await workbench.screenshot('account-rooms');
  });

  it('filters what is loaded, finds an exact name that is not, and loads more', async () => {
    const { workbench, sandbox } = scene;
    const { quickInput } = workbench;
    const lists = async () =>
      Promise.resolve(sandbox.requests.filter(({ method }) => method === 'GET').length);
    const before = await lists();
    await quickInput.type('room-299');
    await quickInput.waitForRow('room-299');
    expect(await lists()).toBe(before + 1);
    await quickInput.type('');
    await quickInput.waitForRow('stand-up');
    // Up from the first row: past making a room and loading more, to the last room that is loaded.
    await waitUntil(
      async () => {
        await workbench.page.keyboard.press('ArrowUp');
        return lists();
      },
      count => count === before + 2,
      'the next page',
    );
    await quickInput.type('room-298');
    await quickInput.waitForRow('room-298');
  });

  it('makes the pair, shows it, and offers a copy', async () => {
    const { workbench, room } = scene;
    const { quickInput, notifications, view, clipboard } = workbench;
    await quickInput.type('stand-up');
    await quickInput.choose('stand-up');
    await quickInput.waitFor('New Room Token', '2/3');
    expect((await quickInput.waitForRows()).map(({ label }) => label)).toEqual([
      '10 min',
      '60 s',
      '1 h',
      'Other…',
    ]);
    await workbench.screenshot('ttl-presets');
    await quickInput.choose('60 s');
    await quickInput.waitFor('New Room Token', '3/3');
    await quickInput.choose('Other…');
    await quickInput.waitForMessage(/^TTL of the refresh token/);
    await quickInput.type('59');
    await quickInput.waitForMessage('The TTL is a whole number of seconds from 60 to 86400.');
    await quickInput.type('7200');
    await quickInput.accept();
    await notifications.waitFor(
      /^New token for room stand-up, valid until .*; it can be refreshed until/,
    );
    await notifications.click('Copy Token');
    await waitUntil(
      () => clipboard.read(),
      text => text.startsWith('eyJ'),
      'a token',
    );
    await view.waitForRow('stand-up');
    expect(await view.tooltip('stand-up')).toContain(`Room ${room.id}`);
    await notifications.clear();
  });

  it('takes a whole API answer that is pasted, and says what it is', async () => {
    const { workbench, sandbox } = scene;
    const { quickInput, notifications, view } = workbench;
    const { id } = sandbox.createRoom();
    const pair = sandbox.issueTokens(id);
    await workbench.runCommand('Telnyx: Add Room Token…');
    expect(await quickInput.waitFor('Add Room Token')).toMatchObject({ isPassword: true });
    await quickInput.type('CLIENT_TOKEN=');
    await quickInput.waitForMessage(/^There is no token in this/);
    await workbench.clipboard.write(JSON.stringify({ data: pair }, null, 2));
    await quickInput.type('');
    await workbench.page.keyboard.press('Control+v');
    await quickInput.waitForMessage(
      new RegExp(`^Client token and refresh token for room ${id.slice(0, 8)}, valid until`),
    );
    await workbench.screenshot('paste-recognized');
    await quickInput.accept();
    await notifications.waitFor(/^Kept: Client token and refresh token for room/);
    await view.waitForRow(id.slice(0, 8));
    await notifications.clear();
  });

  it('takes lines of an .env file, which the box pastes as one', async () => {
    const { workbench, sandbox } = scene;
    const { quickInput, notifications } = workbench;
    const { id } = sandbox.createRoom();
    const { token, refresh_token: refreshToken } = sandbox.issueTokens(id);
    await workbench.clipboard.write(
      `# tokens\nTELNYX_CLIENT_TOKEN="${token}"\nexport TELNYX_REFRESH_TOKEN='${refreshToken}'\n`,
    );
    await workbench.runCommand('Telnyx: Add Room Token…');
    await quickInput.waitFor('Add Room Token');
    await workbench.page.keyboard.press('Control+v');
    await quickInput.waitForMessage(/^Client token and refresh token for room/);
    await quickInput.accept();
    await notifications.waitFor(/^Kept: Client token and refresh token for room/);
    await notifications.clear();
  });

  it('names a room that has no name in the account', async () => {
    const { workbench, sandbox } = scene;
    const { quickInput, view, notifications } = workbench;
    const { id } = sandbox.createRoom();
    await workbench.runCommand('Telnyx: Add Room Token…');
    await quickInput.waitFor('Add Room Token');
    await quickInput.type(sandbox.issueTokens(id).refresh_token);
    await quickInput.accept();
    await notifications.waitFor(/^Kept: Refresh token for room/);
    await view.clickMenuEntry(id.slice(0, 8), 'Rename Room…');
    await quickInput.waitFor('Rename Room');
    await quickInput.type('Dress rehearsal');
    await quickInput.accept();
    await view.waitForRow('Dress rehearsal');
  });
});
