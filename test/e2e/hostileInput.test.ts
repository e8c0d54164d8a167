import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/display/plainText';
import { hostileTexts } from '../support/hostile/hostileTexts';
import { hostileTokens } from '../support/hostile/hostileTokens';
import { problemsOf } from '../support/hostile/inertText';
import { expiryItem, startScene, type Scene } from './support/scene';

/** Names of rooms in the account. */
const names = [
  'a command link',
  'an open bracket, for a link that follows',
  'an icon',
  'an HTML link',
  'right-to-left letters with digits',
  'a right-to-left override',
  'stacked marks',
  'wide characters',
  'line breaks of every sort',
  'an API key',
].map(name => hostileTexts[name] ?? '');

/** Texts that stand everywhere in a token of one room: its rows say what the last token says. */
const claims = ['a command link', 'an icon', 'stacked marks'];
const tokenRoom = '9e2a0cbe';

// One user's way through the extension: each step stands on those before it.
describe('The worst names and tokens, in a real window', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await startScene();
  });

  afterAll(async () => {
    await scene.stop();
  });

  /** Keeps a token by Add Room Token, up to the message that says so. */
  async function keep(token: string): Promise<void> {
    const { notifications, quickInput } = scene.workbench;
    await notifications.clear();
    await scene.workbench.runCommand('Telnyx: Add Room Token…');
    await quickInput.waitFor('Add Room Token');
    await quickInput.type(token);
    await quickInput.accept();
    await notifications.waitFor(/^Kept: /);
  }

  /** What is live in a part of the window: links, and icons among its text. */
  async function liveIn(selector: string): Promise<readonly string[]> {
    const found = await scene.workbench.page
      .locator(`${selector} a[href], ${selector} a[data-href], ${selector} img, ${selector} script`)
      .all();
    return Promise.all(found.map(element => element.innerText()));
  }

  function expectInert(where: string, texts: readonly string[]): void {
    expect(texts.flatMap(text => problemsOf({ where, text, longest: 700 }))).toEqual([]);
  }

  it('shows rooms by their names, with nothing live in them', async () => {
    const { sandbox, workbench } = scene;
    const { dialog, notifications, quickInput, view } = workbench;
    for (const name of names) {
      const { id } = sandbox.createRoom(name);
      await keep(sandbox.issueTokens(id).token);
    }
    await notifications.clear();
    await workbench.runCommand('Telnyx: Set API Key');
    await quickInput.waitFor('Set API Key');
    await quickInput.type(sandbox.apiKey);
    await quickInput.accept();
    await dialog.waitFor(/^Send tokens and API keys to /);
    await dialog.click('Send Secrets There');
    await notifications.waitFor(/^Key accepted, /);
    await workbench.runCommand('Telnyx: New Room Token…');
    await quickInput.waitForRow('$ (warning) expired');
    await workbench.screenshot('hostile-names-pick');
    const rows = await quickInput.rows();
    expectInert(
      'a row of the pick',
      rows.flatMap(({ label, description }) => [label, description]),
    );
    expect(await liveIn('.quick-input-widget')).toEqual([]);
    await quickInput.escape();
    await view.open();
    await view.waitForRow('$ (warning) expired');
    const shown = await view.rows();
    expect(shown).toHaveLength(names.length);
    expectInert(
      'a row',
      shown.flatMap(({ label, description }) => [label, description]),
    );
    expect(await liveIn('.sidebar .monaco-list')).toEqual([]);
    await workbench.screenshot('hostile-names');
  });

  it('keeps rows, status bar and messages whole', async () => {
    const { workbench } = scene;
    const { notifications, statusBar, view } = workbench;
    const boxes = await Promise.all(
      (await workbench.page.locator('.sidebar .monaco-list-row').all()).map(row =>
        row.boundingBox(),
      ),
    );
    expect(new Set(boxes.map(box => box?.height))).toEqual(new Set([22]));
    // Every other one: the text of every row was looked at above.
    const rows = (await view.rows()).filter((_row, index) => index % 2 === 0);
    for (const { label } of rows) {
      await notifications.clear();
      await view.clickMenuEntry(label, 'Pin Room to the Status Bar');
      await statusBar.waitFor(expiryItem, ({ text }) => text.includes(label));
      await view.clickMenuEntry(label, 'Turn On Auto-Refresh');
      const { text } = await notifications.waitFor(/^Auto-refresh of room /);
      expectInert('a message', [text]);
      expect(await liveIn('.notifications-toasts')).toEqual([]);
      const item = await statusBar.waitFor(expiryItem);
      expectInert('the status bar', [item.text, item.accessibilityLabel]);
      expectInert('its tooltip', [await statusBar.tooltip(item.id)]);
      expectInert('the tooltip of a row', [await view.tooltip(label)]);
    }
    await workbench.screenshot('hostile-names-message');
  });

  it('shows claims and grants as plain rows, and their tooltips as plain text', async () => {
    const { notifications, view } = scene.workbench;
    for (const name of claims) {
      await keep(hostileTokens.find(token => token.name === `${name}, everywhere`)?.token ?? '');
      await notifications.clear();
      await view.waitForRow(tokenRoom);
      await view.expand(tokenRoom);
      await view.expand('Claims');
      const issuer = plainText(hostileTexts[name] ?? '');
      await view.waitForRow('Issuer', ({ description }) => description === issuer);
      const rows = await view.rows();
      expectInert(
        'a row',
        rows.flatMap(({ label, description }) => [label, description]),
      );
      expectInert('a tooltip', [await view.tooltip('Issuer')]);
      expect(await liveIn('.sidebar .monaco-list')).toEqual([]);
      await scene.workbench.screenshot(`hostile-claims-${name.replaceAll(' ', '-')}`);
    }
  });
});
