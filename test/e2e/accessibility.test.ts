import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientToken } from '../support/telnyxTokens';
import { runAxe } from './support/axe';
import { contrastsOf } from './support/contrast';
import { Keyboard } from './support/keyboard';
import { expiryItem, startScene, type Scene } from './support/scene';
import { useTheme } from './support/theme';
import { waitUntil } from './support/waitUntil';

const pane = '.sidebar .pane';
const box = '.quick-input-widget';
const messages = '.notifications-toasts';

const secondsUntil = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

// One user's way without a mouse, each step on those before it: then what is on the screen is looked at.
describe('By keyboard, screen reader and in every sort of theme', () => {
  let scene: Scene;
  let keyboard: Keyboard;
  /** The titles of rooms by the state that they are in. */
  const rooms = { fresh: '', expired: '', failed: '', kept: '', expiring: '' };

  beforeAll(async () => {
    scene = await startScene({
      'workbench.colorTheme': 'Default Dark Modern',
      'telnyxRooms.notifyBeforeExpiry': 57,
    });
    keyboard = new Keyboard(scene.workbench.page);
  });

  afterAll(async () => {
    await scene.stop();
  });

  /** Has axe look at a part when nothing moves any more. */
  async function expectSound(part: string, options: { highContrast?: boolean } = {}) {
    await scene.workbench.settle();
    const { checked, findings } = await runAxe(scene.workbench.page, part, options);
    expect(checked).toBeGreaterThan(5);
    expect(findings).toEqual([]);
  }

  const statusBarPart = async () => {
    const { id } = await scene.workbench.statusBar.waitFor(expiryItem);
    return `.statusbar-item[id="${id}"]`;
  };

  const focusView = () => scene.workbench.runCommand('Telnyx: Focus on Room Tokens View');

  /** Keeps what holds tokens of a new room by Add Room Token; resolves to the room's title. */
  async function keep(tokensOf: (roomId: string) => string): Promise<string> {
    const { sandbox, workbench } = scene;
    const { notifications, quickInput } = workbench;
    const { id } = sandbox.createRoom();
    await workbench.runCommand('Telnyx: Add Room Token…');
    await quickInput.waitFor('Add Room Token');
    await quickInput.type(tokensOf(id));
    await quickInput.accept();
    const title = id.slice(0, 8);
    await notifications.waitFor(new RegExp(`^Kept: .* for room ${title}`));
    return title;
  }

  const keepPair = () => keep(id => JSON.stringify({ data: scene.sandbox.issueTokens(id) }));

  it('has an empty view whose buttons and links take the focus one after the other', async () => {
    const { quickInput } = scene.workbench;
    await focusView();
    await expectSound(pane);
    await keyboard.moveTo('New Room Token');
    await keyboard.moveTo('Try the sandbox');
    await keyboard.moveTo('See how it works');
    await keyboard.moveTo('Add it', 'Shift+Tab');
    await keyboard.press('Enter');
    await quickInput.waitFor('Add Room Token');
    await expectSound(box);
    await quickInput.type('nothing that holds a token');
    await expectSound(box);
    await quickInput.escape();
    await quickInput.waitForClose();
  });

  it('says a violation that is planted, in spite of all exceptions', async () => {
    const { page } = scene.workbench;
    const plant = (where: string) =>
      page
        .locator(where)
        .evaluate((element: { insertAdjacentElement(at: string, node: object): void }) => {
          const { document } = globalThis as unknown as {
            document: { createElement(name: string): { className: string } };
          };
          const planted = document.createElement('button');
          planted.className = 'planted';
          element.insertAdjacentElement('afterbegin', planted);
        });
    await plant(`${pane} .welcome-view-content`);
    try {
      expect((await runAxe(page, pane)).findings).toContainEqual(
        expect.stringMatching(/^button-name: <button class="planted">/),
      );
    } finally {
      await page.locator('.planted').evaluate((planted: { remove(): void }) => planted.remove());
    }
    expect((await runAxe(page, pane)).findings).toEqual([]);
  });

  it('steps through the prompts of a room, back too, from the context menu of its row', async () => {
    const { dialog, notifications, quickInput, view } = scene.workbench;
    rooms.failed = await keepPair();
    await expectSound(messages);
    rooms.fresh = await keepPair();
    await scene.workbench.runCommand('Telnyx: Refresh Room Token');
    await quickInput.waitFor('Refresh Room Token');
    await quickInput.waitForRow(rooms.failed);
    await expectSound(box);
    await quickInput.choose(rooms.failed);
    await quickInput.waitFor('Refresh Room Token', '2/2');
    await keyboard.press('Control+Alt+Minus');
    await quickInput.waitFor('Refresh Room Token', '1/2');
    await quickInput.choose(rooms.fresh);
    await quickInput.waitFor('Refresh Room Token', '2/2');
    await keyboard.moveTo(/^Back/, 'Shift+Tab');
    await keyboard.press('Enter');
    await quickInput.waitFor('Refresh Room Token', '1/2');
    await quickInput.escape();
    await quickInput.waitForClose();

    await notifications.clear();
    await focusView();
    await keyboard.moveToRow(rooms.failed);
    // All that a row offers to the pointer beside its label stands in its menu too.
    expect(await keyboard.openMenu()).toEqual(
      expect.arrayContaining(['Copy Room Token', 'Refresh Room Token', 'Turn On Auto-Refresh']),
    );
    await keyboard.choose('Refresh Room Token');
    await quickInput.waitFor('Refresh Room Token', '1/1');
    await quickInput.accept();
    await dialog.waitFor(/^Send tokens and API keys to /);
    scene.sandbox.failNext({ kind: 'status', status: 403 });
    await keyboard.press('Enter');
    await view.waitForRow(rooms.failed, ({ icon }) => icon === 'error');
    await expectSound(messages);
  });

  it('keeps a room fresh, and reaches what a message offers', async () => {
    const { clipboard, notifications, view } = scene.workbench;
    await notifications.clear();
    rooms.kept = await keepPair();
    await scene.workbench.runCommand('Notifications: Focus Notification Toast');
    await keyboard.moveTo('Copy Token');
    await keyboard.press('Enter');
    await waitUntil(
      () => clipboard.read(),
      text => text.startsWith('eyJ'),
      'a token',
    );
    await focusView();
    await keyboard.moveToRow(rooms.kept);
    await keyboard.openMenu();
    await keyboard.choose('Turn On Auto-Refresh');
    await view.waitForRow(rooms.kept, ({ icon }) => icon === 'sync');
    await notifications.clear();
  });

  it('reminds in words and links that the keyboard reaches', async () => {
    const { notifications, quickInput } = scene.workbench;
    rooms.expired = await keep(id =>
      clientToken({ iat: secondsUntil(-600), exp: secondsUntil(8) }, id),
    );
    await notifications.clear();
    rooms.expiring = await keep(id =>
      clientToken({ iat: secondsUntil(-600), exp: secondsUntil(60) }, id),
    );
    await notifications.waitFor(new RegExp(`^The client token of room ${rooms.expiring} ends`));
    await expectSound(messages);
    await scene.workbench.runCommand('Notifications: Focus Notification Toast');
    await keyboard.moveTo('Refresh');
    await keyboard.press('Enter');
    await quickInput.waitFor('Refresh Room Token');
    await quickInput.escape();
    await quickInput.waitForClose();
  });

  it('says in words what an icon says', async () => {
    const { statusBar, view } = scene.workbench;
    const spoken = async (label: string, icon: string) =>
      (await view.waitForRow(label, row => row.icon === icon)).accessibilityLabel;
    expect(await spoken(rooms.expired, 'circle-slash')).toMatch(/, expired \d\d:\d\d:\d\d · /);
    expect(await spoken(rooms.expiring, 'warning')).toMatch(/, until .*, expires soon$/);
    expect(await spoken(rooms.failed, 'error')).toMatch(/, refused: not allowed \(403\) · until/);
    expect(await spoken(rooms.kept, 'sync')).toMatch(/ · kept fresh · /);
    expect(await spoken(rooms.fresh, 'key')).toMatch(/^Room \w+, until \d\d:\d\d:\d\d · /);
    const item = await statusBar.waitFor(expiryItem, ({ background }) => background === 'warning');
    expect(item.accessibilityLabel).toMatch(
      /^Telnyx room \w+, client token until \d\d:\d\d:\d\d, expires soon$/,
    );
  });

  it.each([
    ['Dark Modern', 'vs-dark', 3],
    ['Light Modern', 'vs', 3],
    ['Dark High Contrast', 'hc-black', 7],
    ['Light High Contrast', 'hc-light', 4.5],
  ])('can be read in %s', async (theme, kind, leastOfIcons) => {
    const { workbench } = scene;
    const { page, quickInput } = workbench;
    await useTheme(workbench, theme, kind);
    await quickInput.waitForClose();
    await workbench.screenshot(`accessibility-${kind}`);
    const item = await statusBarPart();
    const contrasts = await contrastsOf(
      page.locator(`${pane} .custom-view-tree-node-item-icon, ${item} .codicon`),
    );
    expect(contrasts).toHaveLength(6);
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(leastOfIcons);
    const options = { highContrast: kind.startsWith('hc') };
    await expectSound(pane, options);
    await expectSound(item, options);
  });

  it('names each row that stands under a room by what it shows', async () => {
    const { view } = scene.workbench;
    await focusView();
    await keyboard.moveToRow(rooms.kept);
    await keyboard.press('ArrowRight');
    for (const label of ['Claims', 'Grants']) {
      await view.waitForRow(label);
      await keyboard.moveToRow(label);
      await keyboard.press('ArrowRight');
    }
    await view.waitForRow('join');
    await view.waitForRow('Expires');
    for (const { label, description, accessibilityLabel } of await view.rows()) {
      const shown = [label, ...description.split(' · ')].map(text => text.replace('•••• ', ''));
      expect(shown.filter(text => !accessibilityLabel.includes(text))).toEqual([]);
    }
    await expectSound(pane);
  });

  it('offers by a command and in the status bar what a click there offers', async () => {
    const { quickInput, statusBar } = scene.workbench;
    await scene.workbench.runCommand('Telnyx: Show Room Actions');
    await quickInput.waitForRow('Reveal');
    await expectSound(box);
    await quickInput.escape();
    await quickInput.waitForClose();
    const { accessibilityLabel } = await statusBar.waitFor(expiryItem);
    await scene.workbench.runCommand('View: Focus Status Bar');
    await keyboard.moveTo(accessibilityLabel, 'ArrowRight');
    await keyboard.press('Enter');
    await quickInput.waitForRow('Reveal');
    await quickInput.escape();
  });
});
