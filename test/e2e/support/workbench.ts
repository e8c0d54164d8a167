import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, PageScreenshotOptions } from 'playwright-core';
import { artifactsFolder } from '../../../scripts/hosts/repositoryPaths';
import { Clipboard } from './clipboard';
import { Dialog } from './dialog';
import { Notifications } from './notifications';
import { QuickInput } from './quickInput';
import { StatusBar } from './statusBar';
import { Terminal } from './terminal';
import { TreeView } from './treeView';
import { showTimeout } from './waitUntil';
import { Walkthrough } from './walkthrough';

/** Resolves in the page when what fades in or out has done so; what spins on is left alone. */
const fadesEnded = `Promise.allSettled(
  document.getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished),
)`;

/** How long the palette may take to open or to list a command, in milliseconds. */
const listTimeout = 2_000;

/** A window of VS Code, as the person in front of it sees and uses it. */
export class Workbench {
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly dialog: Dialog;
  readonly view: TreeView;
  readonly statusBar: StatusBar;
  readonly clipboard: Clipboard;
  readonly terminal: Terminal;
  readonly walkthrough: Walkthrough;

  constructor(readonly page: Page) {
    this.quickInput = new QuickInput(page);
    this.notifications = new Notifications(page);
    this.dialog = new Dialog(page);
    this.view = new TreeView(page, 'Telnyx');
    this.statusBar = new StatusBar(page);
    this.clipboard = new Clipboard(page);
    this.terminal = new Terminal(page);
    this.walkthrough = new Walkthrough(page);
  }

  /** Opens the window, and resolves when it takes commands. */
  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.waitUntilReady();
  }

  /** Reloads the window with VS Code's own command, and resolves when it takes commands again. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('domcontentloaded');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.waitUntilReady();
  }

  /**
   * Runs a command from the palette, by its title with the category ("Telnyx: Set API Key").
   * A window that has just opened lists the commands of an extension a little later, and something
   * else that takes the focus closes the palette: then it is opened anew.
   */
  async runCommand(title: string): Promise<void> {
    const deadline = Date.now() + showTimeout;
    for (;;) {
      try {
        await this.openPalette(`>${title}`);
        await this.quickInput.choose(title, listTimeout);
        return;
      } catch (error) {
        if (Date.now() > deadline) {
          throw error;
        }
        await this.quickInput.escape();
        await this.quickInput.waitForClose();
      }
    }
  }

  /** Saves what the window shows as artifacts/screenshots/NAME.png; resolves to that path. */
  async screenshot(name: string): Promise<string> {
    const folder = join(artifactsFolder, 'screenshots');
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.capture({ path });
    return path;
  }

  /** A picture of what the window shows, as a PNG, when nothing fades any more. */
  async capture(options: PageScreenshotOptions = {}): Promise<Buffer> {
    await this.settle();
    return this.page.screenshot(options);
  }

  /** Resolves when nothing fades in or out. */
  async settle(): Promise<void> {
    await this.page.evaluate(fadesEnded);
  }

  private async openPalette(text: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.keyboard.press('F1');
    await this.quickInput.type(text, listTimeout);
  }

  private async waitUntilReady(): Promise<void> {
    await this.page.locator('.monaco-workbench .statusbar-item').first().waitFor();
    // Until the remote is connected its item says so, and commands of extensions are not known.
    await this.page
      .locator('.statusbar-item[id="status.host"]')
      .filter({ hasNotText: /Opening/ })
      .waitFor();
  }
}
