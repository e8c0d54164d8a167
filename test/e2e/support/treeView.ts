import type { Locator, Page } from 'playwright-core';
import { boundsOf, type Bounds } from './bounds';
import { readTooltip } from './hover';
import { readElements } from './readElements';
import { waitUntil } from './waitUntil';

/** A row of the view. */
export interface TreeRow {
  /** 1 for a row at the top. */
  readonly level: number;
  readonly label: string;
  readonly description: string;
  /** Undefined for a row without children. */
  readonly expanded: boolean | undefined;
  /** Name of the codicon, such as "key"; empty where the row has none. */
  readonly icon: string;
  /** What a screen reader says. */
  readonly accessibilityLabel: string;
}

/** How long a click may take to show something, in milliseconds. */
const clickTimeout = 5000;

const viewSelector = '.tree-explorer-viewlet-tree-view';

/** The view of the extension in the side bar; its container is the only one with this title. */
export class TreeView {
  private readonly rowLocator: Locator;

  constructor(
    private readonly page: Page,
    private readonly containerTitle: string,
  ) {
    this.rowLocator = page.locator(`.sidebar ${viewSelector} .monaco-list-row`);
  }

  /** Shows the view, if it is not shown already. */
  async open(): Promise<void> {
    const tab = this.page.locator('.activitybar li.action-item', {
      has: this.page.locator(`.action-label[aria-label^="${this.containerTitle}"]`),
    });
    const pane = this.page.locator('.sidebar .pane-body').first();
    // A window that reloads shows the view again by itself, and a click just then hides it.
    await waitUntil(
      async () => {
        if ((await tab.getAttribute('aria-expanded')) !== 'true') {
          await tab.click();
        }
        return appears(pane);
      },
      isThere => isThere,
      `the view ${this.containerTitle}`,
    );
  }

  /** Where the side bar is shown. */
  sideBarBounds(): Promise<Bounds> {
    return boundsOf(this.page.locator('.part.sidebar'));
  }

  /** Makes the side bar as wide as this, in pixels, by its edge. */
  async widenTo(width: number): Promise<void> {
    const { x, y, width: before } = await this.sideBarBounds();
    const { mouse } = this.page;
    await mouse.move(x + before, y + 100);
    await mouse.down();
    await mouse.move(x + width, y + 100, { steps: 4 });
    await mouse.up();
  }

  /** The title above the rows, with its container's. */
  async title(): Promise<string> {
    const [shown] = await readElements(this.page.locator('.sidebar .composite.title'), {
      title: ['.title-label'],
    });
    return shown?.title ?? '';
  }

  /** The actions in the title of the view, from the left. */
  titleActions(): Promise<string[]> {
    return namesOf(this.page.locator('.sidebar .composite.title .action-label'));
  }

  /** Leaves no row selected, by a click below the last one. */
  async deselect(): Promise<void> {
    const { x, y, width, height } = await boundsOf(this.rowLocator.last());
    await this.page.mouse.click(x + width / 2, y + 1.5 * height);
  }

  /** Rests the pointer on a row, and resolves when that shows its actions. */
  async pointAt(label: string): Promise<void> {
    // A row that is redrawn under the pointer shows none until the pointer moves.
    await waitUntil(
      async () => {
        await this.row(label).hover();
        return this.inlineActions(label);
      },
      actions => actions.length > 0,
      `the actions of the row "${label}"`,
    );
  }

  /** The actions that a row shows, from the left; none where the pointer is elsewhere. */
  inlineActions(label: string): Promise<string[]> {
    return namesOf(this.row(label).locator('.actions .action-label'));
  }

  /** The rows in sight, from the top. */
  async rows(): Promise<TreeRow[]> {
    const rows = await readElements(this.rowLocator, {
      level: ['', 'ariaLevel'],
      label: ['.label-name'],
      description: ['.label-description'],
      expanded: ['', 'ariaExpanded'],
      icon: ['.custom-view-tree-node-item-icon', 'className'],
      accessibilityLabel: ['', 'ariaLabel'],
    });
    return rows.map(row => ({
      ...row,
      level: Number(row.level),
      expanded: row.expanded === '' ? undefined : row.expanded === 'true',
      icon: /codicon-(?!colored)([\w-]+)/.exec(row.icon)?.[1] ?? '',
    }));
  }

  /** Resolves to the first row with this label, or a matching one, that is as expected. */
  async waitForRow(
    label: string | RegExp,
    isExpected: (row: TreeRow) => boolean = () => true,
  ): Promise<TreeRow> {
    const isMeant = (row: TreeRow): boolean =>
      (typeof label === 'string' ? row.label === label : label.test(row.label)) && isExpected(row);
    const rows = await waitUntil(
      () => this.rows(),
      (found): found is [TreeRow] => found.some(isMeant),
      `a row "${String(label)}" as expected`,
    );
    return rows.find(isMeant) ?? rows[0];
  }

  /** Clicks a row. */
  async click(label: string): Promise<void> {
    await this.row(label).click();
  }

  /** Expands a row, and resolves when its children are shown. */
  async expand(label: string): Promise<void> {
    const { expanded } = await this.waitForRow(label, row => row.expanded !== undefined);
    if (!expanded) {
      await this.row(label).locator('.monaco-tl-twistie').click();
    }
    await waitUntil(
      () => this.rows(),
      rows => {
        const index = rows.findIndex(row => row.label === label);
        return (rows[index + 1]?.level ?? 0) > (rows[index]?.level ?? 0);
      },
      `the children of the row "${label}"`,
    );
  }

  /** Clicks an action that a row shows when the pointer is over it. */
  async clickInlineAction(label: string, title: string): Promise<void> {
    await this.row(label).hover();
    await this.row(label).locator(`.actions .action-label[aria-label^="${title}"]`).click();
  }

  /** Clicks an entry of a row's context menu. */
  async clickMenuEntry(label: string, title: string): Promise<void> {
    // A redraw of the row just under the click can take the menu away as soon as it is there.
    await waitUntil(
      () => this.openMenuWith(label, title),
      isThere => isThere,
      `an entry ${title} in the menu of ${label}`,
    );
    await this.chooseMenuEntry(title);
  }

  /** Clicks an action in the title of the view. */
  async clickTitleAction(title: string): Promise<void> {
    await this.page
      .locator(`.sidebar .composite.title .action-label[aria-label^="${title}"]`)
      .click();
  }

  /** The entries of the menu behind the three dots in the title of the view. */
  async titleMenuEntries(): Promise<string[]> {
    const entries = await this.openTitleMenu();
    const labels = await readElements(entries, { label: ['.action-label'] });
    await this.page.keyboard.press('Escape');
    await entries.first().waitFor({ state: 'detached' });
    return labels.map(({ label }) => label).filter(label => label !== '');
  }

  /** Clicks an entry of the menu behind the three dots in the title of the view. */
  async chooseTitleMenuEntry(title: string): Promise<void> {
    await this.openTitleMenu();
    await this.chooseMenuEntry(title);
  }

  /** The text that a row shows when the pointer rests on it. */
  tooltip(label: string): Promise<string> {
    return readTooltip(this.row(label).locator('.label-name'));
  }

  /** The line above the rows; empty where there is none. */
  async message(): Promise<string> {
    const [shown] = await readElements(this.page.locator(`.sidebar ${viewSelector}`), {
      message: ['.message'],
    });
    return shown?.message ?? '';
  }

  /** The text that the empty view shows, its links and buttons included. */
  async welcomeText(): Promise<string> {
    const [shown] = await readElements(this.page.locator('.sidebar .welcome-view'), {
      text: ['.welcome-view-content'],
    });
    return shown?.text ?? '';
  }

  /** The labels of the buttons and of the links that the empty view shows. */
  async welcomeActions(): Promise<Readonly<Record<'buttons' | 'links', readonly string[]>>> {
    const content = this.page.locator('.sidebar .welcome-view-content');
    const labels = async (selector: string): Promise<readonly string[]> =>
      (await readElements(content.locator(selector), { label: [''] })).map(({ label }) => label);
    return {
      buttons: await labels('.monaco-button'),
      links: await labels('a:not(.monaco-button)'),
    };
  }

  /** Clicks a button or a link of the empty view. */
  async clickWelcome(label: string): Promise<void> {
    await this.page
      .locator('.sidebar .welcome-view-content')
      .locator('.monaco-button, a')
      .getByText(label, { exact: true })
      .click();
  }

  /** Points at an entry of the open menu and presses Enter: a menu ignores clicks at first. */
  private async chooseMenuEntry(title: string): Promise<void> {
    const entry = this.menuEntry(title);
    await entry.hover();
    await this.page.keyboard.press('Enter');
    await entry.waitFor({ state: 'detached' });
  }

  private async openMenuWith(label: string, title: string): Promise<boolean> {
    await this.row(label).click({ button: 'right' });
    const isThere = await appears(this.menuEntry(title));
    if (!isThere) {
      await this.page.keyboard.press('Escape');
    }
    return isThere;
  }

  private menuEntry(title: string): Locator {
    return this.page.locator('.monaco-menu .action-item', {
      has: this.page.locator('.action-label').getByText(title, { exact: true }),
    });
  }

  private async openTitleMenu(): Promise<Locator> {
    await this.page.locator('.sidebar .composite.title .codicon-toolbar-more').click();
    const entries = this.page.locator('.monaco-menu .action-item');
    await entries.first().waitFor();
    return entries;
  }

  private row(label: string): Locator {
    return this.rowLocator
      .filter({ has: this.page.locator('.label-name').getByText(label, { exact: true }) })
      .first();
  }
}

/** What a screen reader calls actions. */
async function namesOf(actions: Locator): Promise<string[]> {
  const names = await readElements(actions, { name: ['', 'ariaLabel'] });
  return names.map(({ name }) => name).filter(name => name !== '');
}

/** Whether something comes up after a click, or not in time. */
function appears(element: Locator): Promise<boolean> {
  return element.waitFor({ timeout: clickTimeout }).then(
    () => true,
    () => false,
  );
}
