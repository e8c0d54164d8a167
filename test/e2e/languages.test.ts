import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expiryItem, startScene, type Scene } from './support/scene';
import { translatedInto } from './support/translations';
import { waitUntil } from './support/waitUntil';

const { manifest, pattern, text, untranslated } = translatedInto('de');

/** A command as the palette lists it. */
const command = (name: string) => `Telnyx: ${manifest(`command.${name}.title`)}`;

// One user's way through the extension in German: each step stands on those before it.
describe('The main job in another language', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await startScene({}, undefined, { language: 'de' });
  });

  afterAll(async () => {
    await scene.stop();
  });

  it('greets in the language of the window', async () => {
    const { view } = scene.workbench;
    await view.open();
    const welcome = await waitUntil(
      () => view.welcomeText(),
      shown => shown !== '',
      'a welcome text',
    );
    expect(untranslated(welcome.split('\n'))).toEqual([]);
    const [firstLine = ''] = manifest('viewsWelcome.noRooms').split('\n');
    expect(welcome.replace(/\s+/g, ' ')).toContain(firstLine);
    await scene.workbench.screenshot('german-welcome');
  });

  it('asks, refuses and confirms', async () => {
    const { workbench, room } = scene;
    const { dialog, notifications, quickInput } = workbench;
    const title = text('Refresh Room Token');
    await workbench.runCommand(command('refreshToken'));
    await quickInput.waitFor(title, '1/3');
    await quickInput.type('stand-up');
    const { message } = await quickInput.waitForMessage(/UUID/);
    expect(untranslated([message])).toEqual([]);
    await quickInput.type(room.id);
    await quickInput.accept();
    await quickInput.waitFor(title, '2/3');
    await quickInput.type('3601');
    await quickInput.waitForMessage(
      pattern('The TTL is a whole number of seconds from {0} to {1}.'),
    );
    await workbench.screenshot('german-ttl');
    await quickInput.type('600');
    await quickInput.accept();
    await quickInput.waitFor(title, '3/3');
    await quickInput.type(room.refreshToken);
    await quickInput.accept();
    await dialog.waitFor(pattern('Send tokens and API keys to {0}?'));
    await workbench.screenshot('german-dialog');
    await workbench.page.keyboard.press('Enter');
    const { buttons } = await notifications.waitFor(
      pattern('Room token refreshed, valid until {0}'),
    );
    expect(buttons).toEqual([text('Copy Token')]);
  });

  it('shows rows, grants, claims and the countdown', async () => {
    const { workbench, room } = scene;
    const { notifications, statusBar, view } = workbench;
    await notifications.clear();
    const { description } = await view.waitForRow(room.title);
    expect(description.split(' · ')[0]).toMatch(pattern('until {0}'));
    await view.expand(room.title);
    await view.expand(text('Grants'));
    await view.expand(text('Claims'));
    const rows = await view.rows();
    expect(untranslated(rows.flatMap(row => [row.label, row.description]))).toEqual([]);
    expect(rows.map(({ label }) => label)).toEqual(
      expect.arrayContaining(
        ['Client token', 'Refresh token', 'Auto-refresh', 'Expires', 'Issued at'].map(text),
      ),
    );
    const tooltip = await view.tooltip(room.title);
    expect(untranslated(tooltip.split('\n'))).toEqual([]);
    const item = await statusBar.waitFor(expiryItem);
    expect(item.accessibilityLabel).toContain(room.title);
    expect(untranslated(item.accessibilityLabel.split(', '))).toEqual([]);
    await workbench.screenshot('german-rows');
  });

  it('copies, says what failed, and forgets', async () => {
    const { workbench, room, sandbox } = scene;
    const { clipboard, dialog, notifications, quickInput, statusBar, view } = workbench;
    await clipboard.write('');
    await workbench.runCommand(command('copyToken'));
    await waitUntil(
      () => clipboard.read(),
      copied => copied !== '',
      'a copy',
    );
    await sandbox.close();
    await view.clickInlineAction(room.title, manifest('command.refreshToken.title'));
    await quickInput.waitFor(text('Refresh Room Token'), '1/1');
    await quickInput.accept();
    const failure = await notifications.waitFor(/ECONNREFUSED/);
    expect(untranslated([failure.text, ...failure.buttons])).toEqual([]);
    const row = await view.waitForRow(room.title, ({ icon }) => icon === 'error');
    expect(untranslated([row.description])).toEqual([]);
    await workbench.screenshot('german-failure');
    await notifications.clear();
    await workbench.runCommand(command('forgetEverything'));
    const { buttons } = await dialog.waitFor(text('Forget everything?'));
    expect(buttons).toContain(text('Forget Everything'));
    await dialog.click(text('Forget Everything'));
    await statusBar.waitForAbsence(expiryItem);
  });
});
