import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshFirstTime, startScene, type Scene } from './support/scene';
import { waitUntil } from './support/waitUntil';

const newWithProfile = 'Create New Terminal (With Profile)';

describe('A room terminal', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await startScene();
    await scene.workbench.view.open();
    await refreshFirstTime(scene, 3600);
    await scene.workbench.notifications.clear();
  });

  afterAll(async () => {
    await scene.stop();
  });

  it("opens from a room's menu and says what it holds, but not the token", async () => {
    const { workbench, room } = scene;
    const { terminal, view } = workbench;
    await view.clickMenuEntry(room.title, 'Open Room Terminal');
    const screen = await terminal.waitFor('After that, open a new room terminal.');
    expect(screen).toContain(`clienttokenofroom${room.title},validuntil`);
    expect(screen).not.toContain('eyJ');
    await terminal.type('echo "$TELNYX_ROOM_ID ${#TELNYX_CLIENT_TOKEN}"');
    await terminal.waitFor(new RegExp(`${room.id}[1-9]\\d\\d`));
    await workbench.screenshot('room-terminal');
  });

  it('is among the profiles, and Escape there opens nothing and says nothing', async () => {
    const { workbench, sandbox } = scene;
    const { notifications, quickInput, terminal } = workbench;
    await workbench.runCommand('Telnyx: Set Refresh Token');
    await quickInput.waitFor('Set Refresh Token');
    await quickInput.type(sandbox.issueTokens(sandbox.createRoom('other').id).refresh_token);
    await quickInput.accept();
    await notifications.waitFor(/^Refresh token of room/);
    await notifications.clear();
    const before = await terminal.names();
    await workbench.runCommand(newWithProfile);
    await quickInput.choose('Telnyx Room');
    await quickInput.waitFor('Open Room Terminal');
    await quickInput.escape();
    await quickInput.waitForClose();
    // What comes after it in the same queues is there: an error would be, too.
    await workbench.runCommand('Telnyx: Copy Room Token');
    await workbench.statusBar.waitFor(/^Copied the client token of room/);
    expect(await notifications.read()).toEqual([]);
    expect(before).toHaveLength(1);
    expect(await terminal.names()).toEqual(before);

    await workbench.runCommand(newWithProfile);
    await quickInput.choose('Telnyx Room');
    await quickInput.choose(scene.room.title);
    await waitUntil(
      () => terminal.names(),
      names => names.length === 2,
      'another terminal',
    );
    await terminal.waitFor(`client token of room ${scene.room.title}`);
  });

  it('is gone after the window was reloaded, other terminals are not', async () => {
    const { workbench } = scene;
    await workbench.runCommand('Terminal: Create New Terminal');
    const names = () => workbench.terminal.names();
    await waitUntil(names, found => found.length === 3, 'three terminals');
    await workbench.reload();
    const restored = await waitUntil(names, found => found.length > 0, 'a terminal');
    expect(restored.filter(name => name.includes('Telnyx'))).toEqual([]);
  });
});
