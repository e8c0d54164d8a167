import type { Page } from 'playwright-core';
import { readTooltip } from './hover';
import { readElements } from './readElements';
import { waitUntil } from './waitUntil';

/** An item of the status bar. */
export interface StatusBarItem {
  /** `publisher.extension.item` for an item with an id of its own. */
  readonly id: string;
  /** Without the icon. */
  readonly text: string;
  /** What a screen reader says. */
  readonly accessibilityLabel: string;
  readonly background: 'none' | 'warning' | 'error';
}

const itemSelector = '.statusbar-item';

/** The bar at the bottom of the window. */
export class StatusBar {
  constructor(private readonly page: Page) {}

  /** The item whose id or text matches; undefined when none is shown. */
  async read(idOrText: RegExp): Promise<StatusBarItem | undefined> {
    const items = await readElements(this.page.locator(itemSelector), {
      id: ['', 'id'],
      text: ['.statusbar-item-label'],
      accessibilityLabel: ['.statusbar-item-label', 'ariaLabel'],
      classes: ['', 'className'],
    });
    const item = items.find(({ id, text }) => idOrText.test(id) || idOrText.test(text));
    if (!item) {
      return undefined;
    }
    const { classes, ...texts } = item;
    const background = classes.includes('error-kind')
      ? 'error'
      : classes.includes('warning-kind')
        ? 'warning'
        : 'none';
    return { ...texts, background };
  }

  /** Resolves to the item whose id or text matches when it is as expected. */
  waitFor(
    idOrText: RegExp,
    isExpected: (item: StatusBarItem) => boolean = () => true,
  ): Promise<StatusBarItem> {
    return waitUntil(
      () => this.read(idOrText),
      (item): item is StatusBarItem => item !== undefined && isExpected(item),
      `a status bar item ${String(idOrText)} as expected`,
    );
  }

  /** Resolves when no item's id or text matches. */
  async waitForAbsence(idOrText: RegExp): Promise<void> {
    await waitUntil(
      () => this.read(idOrText),
      item => item === undefined,
      `no status bar item ${String(idOrText)}`,
    );
  }

  /** Clicks the item with this id. */
  async click(id: string): Promise<void> {
    await this.page.locator(`${itemSelector}[id="${id}"] .statusbar-item-label`).click();
  }

  /** The text that the item with this id shows when the pointer rests on it. */
  tooltip(id: string): Promise<string> {
    return readTooltip(this.page.locator(`${itemSelector}[id="${id}"] .statusbar-item-label`));
  }
}
