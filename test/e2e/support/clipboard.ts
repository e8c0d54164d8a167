import type { Page } from 'playwright-core';

/** The clipboard that the window copies to; its page needs the permission to use it. */
export class Clipboard {
  constructor(private readonly page: Page) {}

  /** The text in the clipboard. */
  async read(): Promise<string> {
    await this.page.bringToFront();
    return this.page.evaluate<string>('navigator.clipboard.readText()');
  }

  /** Replaces the text in the clipboard. */
  async write(text: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  }
}
