import { afterAll, beforeAll, describe, it } from 'vitest';
import { readManifest } from '../../scripts/manifest';
import { startSandbox, type Sandbox } from '../../src/sandbox/startSandbox';
import { startEditor, type Editor } from './support/editor';
import { PictureRecord } from './support/pictureRecord';
import { expiryItem } from './support/scene';
import {
  textOfMessages,
  textOfStatusBar,
  textOfView,
  textOfWalkthrough,
  withPlaceholders,
} from './support/shownText';
import type { Workbench } from './support/workbench';

/** A room whose tokens have been in use for a while. */
interface RoomInUse {
  readonly name: string;
  readonly ttlSeconds: number;
  /** How much of that has passed. */
  readonly ageSeconds: number;
}

const manifest = readManifest() as {
  contributes: { walkthroughs?: readonly { id: string; title: string }[] };
};
const walkthrough = manifest.contributes.walkthroughs?.find(({ id }) => id === 'telnyxRooms.start');

const settings = {
  'workbench.colorTheme': 'Default Dark Modern',
  'telnyxRooms.notifyBeforeExpiry': 0,
  'window.menuBarVisibility': 'hidden',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'remote.autoForwardPorts': false,
};

/** Takes the watermark from behind the messages, and what only a browser's window has. */
const style = '.letterpress, [id="status.workbench.keyboardLayout"] { visibility: hidden; }';

// One window: each picture starts with it as the one before has left it.
describe('The pictures of the README show what the window does', () => {
  const pictures = new PictureRecord();
  let editor: Editor;
  let workbench: Workbench;
  let issuer: Sandbox;
  let ageSeconds = 0;

  beforeAll(async () => {
    issuer = await startSandbox({ now: () => Date.now() - ageSeconds * 1000 });
    editor = await startEditor({ settings, pixelRatio: 2 });
    ({ workbench } = editor);
  });

  afterAll(async () => {
    await editor.stop();
    await issuer.close();
  });

  /** Keeps tokens that were got elsewhere, and names their room. Nothing is sent. */
  async function addRoom(room: RoomInUse): Promise<void> {
    const { quickInput, notifications, view } = workbench;
    const { id } = issuer.createRoom(room.name);
    ({ ageSeconds } = room);
    const pair = issuer.issueTokens(id, {
      clientTokenSeconds: room.ttlSeconds,
      refreshTokenSeconds: 14_400,
    });
    await workbench.runCommand('Telnyx: Add Room Token…');
    await quickInput.waitFor('Add Room Token');
    await quickInput.type(JSON.stringify({ data: pair }));
    await quickInput.waitForMessage(/^Client token and refresh token for room/);
    await quickInput.accept();
    await notifications.waitFor(/^Kept: /);
    await view.clickMenuEntry(id.slice(0, 8), 'Rename Room…');
    await quickInput.waitFor('Rename Room');
    await quickInput.type(room.name);
    await quickInput.accept();
    await view.waitForRow(room.name);
  }

  /** Leaves the view at rest: no row is selected, and focus and pointer are elsewhere. */
  async function leaveView(): Promise<void> {
    await workbench.view.deselect();
    await workbench.page.locator('.part.editor').click({ position: { x: 100, y: 100 } });
  }

  it.runIf(walkthrough)('walkthrough.png: how to start', async () => {
    const { page, quickInput, statusBar } = workbench;
    await page.setViewportSize({ width: 1080, height: 880 });
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await quickInput.choose(walkthrough?.title ?? '');
    await statusBar.waitForAbsence(/^Activating Extensions/);
    const shows = await textOfWalkthrough(workbench);
    const clip = await workbench.walkthrough.bounds();
    const picture = await workbench.capture({ style, clip });
    await workbench.runCommand('View: Close All Editors');
    await pictures.add('walkthrough.png', picture, withPlaceholders(shows));
  });

  it('refresh.png: a new client token, ready to be copied', async () => {
    const { view, notifications, quickInput, statusBar, page } = workbench;
    await view.open();
    await view.widenTo(420);
    await page.setViewportSize({ width: 940, height: 400 });
    await view.clickWelcome('Try the sandbox');
    await notifications.waitFor(/sandbox/);
    await notifications.clear();
    await view.clickInlineAction('sandbox', 'Refresh Room Token');
    await quickInput.waitFor('Refresh Room Token', '1/1');
    await quickInput.accept();
    await notifications.waitFor(/^Room token refreshed, valid until/);
    await view.expand('sandbox');
    await leaveView();
    const picture = await workbench.capture({ style });
    const shows = [
      ...(await textOfView(workbench)),
      ...(await textOfMessages(workbench)),
      ...(await textOfStatusBar(workbench)),
    ];
    await workbench.runCommand('Telnyx: Stop the Sandbox');
    await notifications.clear();
    await statusBar.waitForAbsence(expiryItem);
    await pictures.add('refresh.png', picture, withPlaceholders(shows));
  });

  it('rooms.png: what each room has, and what its tokens say', async () => {
    const { view, notifications, page } = workbench;
    const height = 600;
    await page.setViewportSize({ width: 940, height });
    await addRoom({ name: 'support', ttlSeconds: 3600, ageSeconds: 1100 });
    await view.clickInlineAction('support', 'Turn On Auto-Refresh');
    await notifications.waitFor(/^Auto-refresh of room .* is on/);
    await view.expand('support');
    await view.expand('Grants');
    await view.expand('join');
    await view.expand('Claims');
    await addRoom({ name: 'stand-up', ttlSeconds: 1800, ageSeconds: 300 });
    await addRoom({ name: 'interview', ttlSeconds: 600, ageSeconds: 545 });
    await notifications.clear();
    await leaveView();
    await view.pointAt('interview');
    const { x, width } = await view.sideBarBounds();
    const clip = { x: 0, y: 0, width: x + width + 1, height };
    const picture = await workbench.capture({ style, clip });
    const shows = [...(await textOfView(workbench)), ...(await textOfStatusBar(workbench))];
    await pictures.add('rooms.png', picture, withPlaceholders(shows));
  });

  it('are all that docs/images/pictures.json names', async () => {
    await pictures.finish();
  });
});
