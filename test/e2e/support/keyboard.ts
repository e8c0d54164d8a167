import type { Page } from 'playwright-core';
import { readElements } from './readElements';
import { waitUntil } from './waitUntil';

/** Whoever has no mouse: moves the focus with a key until it is where it is wanted. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Presses a key, such as `Shift+F10`. */
  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Presses a key until what has the focus is called so, to the eye or to a screen reader. */
  async moveTo(name: string | RegExp, key = 'Tab'): Promise<void> {
    await this.pressUntil(key, ':focus', name);
  }

  /** Moves down in the view, which has the focus, to the row with this label. */
  async moveToRow(label: string): Promise<void> {
    await this.press('Home');
    await this.pressUntil('ArrowDown', '.sidebar .monaco-list-row.focused .label-name', label);
  }

  /** Opens the context menu of what has the focus; resolves to its entries. */
  async openMenu(): Promise<string[]> {
    await this.press('Shift+F10');
    const entries = this.page.locator('.monaco-menu .action-item .action-label');
    await entries.first().waitFor();
    const labels = await readElements(entries, { label: [''] });
    return labels.map(({ label }) => label).filter(label => label !== '');
  }

  /** Chooses an entry of the open menu. */
  async choose(title: string): Promise<void> {
    await this.moveTo(title, 'ArrowDown');
    await this.press('Enter');
  }

  private async pressUntil(key: string, focused: string, name: string | RegExp): Promise<void> {
    const isMeant = (found: string) =>
      typeof name === 'string' ? found === name : name.test(found);
    await waitUntil(
      async () => {
        const [found] = await readElements(this.page.locator(focused), {
          text: [''],
          label: ['', 'ariaLabel'],
        });
        const names = [found?.text ?? '', found?.label ?? ''];
        if (!names.some(isMeant)) {
          await this.press(key);
        }
        return names;
      },
      names => names.some(isMeant),
      `the focus on ${String(name)}`,
    );
  }
}
