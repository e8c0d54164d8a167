import type { Page } from 'playwright-core';
import { readElements } from './readElements';
import { waitUntil } from './waitUntil';

/** A modal dialog. */
export interface DialogState {
  readonly message: string;
  readonly detail: string;
  /** Labels of the buttons from the left; the default one stands last. */
  readonly buttons: readonly string[];
}

const dialogSelector = '.monaco-dialog-box';
const buttonSelector = '.dialog-buttons .monaco-button';

/** The modal dialog of the window. */
export class Dialog {
  constructor(private readonly page: Page) {}

  /** What the dialog shows now; undefined when there is none. */
  async read(): Promise<DialogState | undefined> {
    const dialogs = this.page.locator(dialogSelector);
    const [shown] = await readElements(dialogs, {
      message: ['.dialog-message-text'],
      detail: ['.dialog-message-detail'],
    });
    const buttons = await readElements(dialogs.locator(buttonSelector), { label: [''] });
    return shown && { ...shown, buttons: buttons.map(({ label }) => label) };
  }

  /** Resolves when a dialog with this message, or a matching one, is shown. */
  waitFor(message: string | RegExp): Promise<DialogState> {
    return waitUntil(
      () => this.read(),
      (dialog): dialog is DialogState =>
        dialog !== undefined &&
        (typeof message === 'string' ? dialog.message === message : message.test(dialog.message)),
      `a dialog "${String(message)}"`,
    );
  }

  /** Resolves when no dialog is shown. */
  async waitForClose(): Promise<void> {
    await this.page.locator(dialogSelector).waitFor({ state: 'detached' });
  }

  /** Clicks the button with this label, and resolves when the dialog is gone. */
  async click(label: string): Promise<void> {
    const dialog = this.page.locator(dialogSelector);
    await dialog.locator(buttonSelector).getByText(label, { exact: true }).click();
    await this.waitForClose();
  }
}
