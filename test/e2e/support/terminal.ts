import type { Page } from 'playwright-core';
import { readElements } from './readElements';
import { waitUntil } from './waitUntil';

const panelSelector = '.terminal-outer-container';

/** The integrated terminal, as far as one is in sight. */
export class Terminal {
  constructor(private readonly page: Page) {}

  /** What stands on the screen of the terminal in sight, without any blank; empty where there is none. */
  async screen(): Promise<string> {
    const rows = await readElements(this.page.locator(`${panelSelector} .xterm-rows > div`), {
      text: [''],
    });
    // Lines break anywhere.
    return rows.map(({ text }) => text.replace(/\s/g, '')).join('');
  }

  /** Resolves to the screen when this text, or a matching one, stands on it; blanks don't count. */
  waitFor(text: string | RegExp): Promise<string> {
    const isShown = (screen: string): boolean =>
      typeof text === 'string' ? screen.includes(text.replace(/\s/g, '')) : text.test(screen);
    return waitUntil(() => this.screen(), isShown, `a terminal with "${String(text)}"`);
  }

  /** The names of the terminals, as their tabs say them; of a single one, as its panel does. */
  async names(): Promise<readonly string[]> {
    const tabs = this.page.locator('.terminal-tabs-entry, .single-terminal-tab');
    return (await readElements(tabs, { text: [''] })).map(({ text }) => text.trim());
  }

  /** Types a line into the terminal that has the focus, and presses Enter. */
  async type(line: string): Promise<void> {
    await this.page.locator(`${panelSelector} .xterm-helper-textarea`).first().focus();
    await this.page.keyboard.type(line);
    await this.page.keyboard.press('Enter');
  }
}
