import type { FrameLocator, Locator, Page } from 'playwright-core';
import { boundsOf, type Bounds } from './bounds';
import { readElements } from './readElements';
import { waitUntil } from './waitUntil';

/** A step of a walkthrough. */
export interface WalkthroughStep {
  readonly title: string;
  readonly isDone: boolean;
  /** Whether its description, with buttons and links, is shown. */
  readonly isOpen: boolean;
}

const detailsSelector = '.gettingStartedContainer .gettingStartedSlideDetails';
const stepSelector = `${detailsSelector} .getting-started-step`;
const actionSelector = '.step-description-container :is(.monaco-button, a)';

/** The little of a document that is read in the picture's page. */
interface PageOfPicture {
  readonly document: { readonly documentElement: object };
  readonly getComputedStyle: (element: object) => { getPropertyValue(name: string): string };
}

/** The walkthrough that the editor area shows. */
export class Walkthrough {
  constructor(private readonly page: Page) {}

  /** Its title; empty while there is none. */
  async title(): Promise<string> {
    const [title = ''] = await this.heading();
    return title;
  }

  /** The title and the description above the steps, as far as they are there. */
  async heading(): Promise<readonly string[]> {
    const [shown] = await readElements(this.page.locator(detailsSelector), {
      title: ['.category-title'],
      description: ['.category-description-container .description'],
    });
    return [shown?.title ?? '', shown?.description ?? ''].filter(text => text !== '');
  }

  /** Its steps, from the top. */
  async steps(): Promise<readonly WalkthroughStep[]> {
    const steps = await readElements(this.page.locator(stepSelector), {
      title: ['.step-title'],
      done: ['[role="checkbox"]', 'ariaChecked'],
      open: ['', 'ariaExpanded'],
    });
    return steps.map(({ title, done, open }) => ({
      title,
      isDone: done === 'true',
      isOpen: open === 'true',
    }));
  }

  /** The description of the step that is open, with the labels of its buttons and links. */
  async openDescription(): Promise<string> {
    const [shown] = await readElements(this.page.locator(`${stepSelector}.expanded`), {
      text: ['.step-description-container'],
    });
    return shown?.text ?? '';
  }

  /** The text in the picture beside the open step, when that is drawn. */
  async pictureText(): Promise<string> {
    await this.picture().locator('svg').waitFor();
    const [shown] = await readElements(this.picture().locator('body'), { text: [''] });
    return shown?.text ?? '';
  }

  /** Where the walkthrough is shown. */
  bounds(): Promise<Bounds> {
    return boundsOf(this.page.locator(detailsSelector));
  }

  /** Resolves when exactly the steps with these titles are ticked off. */
  async waitForDone(...titles: readonly string[]): Promise<void> {
    await waitUntil(
      async () => (await this.steps()).filter(({ isDone }) => isDone).map(({ title }) => title),
      done => done.join() === titles.join(),
      `the steps ${titles.join()} to be done, and no other`,
    );
  }

  /** Opens a step by mouse, unless it is open, and resolves when it has the focus. */
  async open(title: string): Promise<void> {
    const step = this.step(title);
    if ((await step.getAttribute('aria-expanded')) !== 'true') {
      await step.locator('.step-title').click();
    } else {
      await step.focus();
    }
    // VS Code moves the focus a little after the click, and would take it from what has it by then.
    await step.and(this.page.locator('[aria-expanded="true"]:focus')).waitFor();
  }

  /** The buttons and links of a step that is open, as they stand there. */
  async actions(title: string): Promise<readonly string[]> {
    const actions = await readElements(this.step(title).locator(actionSelector), { label: [''] });
    return actions.map(({ label }) => label);
  }

  /** Clicks a button or a link of a step that is open. */
  async click(title: string, label: string): Promise<void> {
    await this.action(title, label).click();
  }

  /** Goes on with Tab until a button or a link of a step that is open has the focus, and presses Enter. */
  async press(title: string, label: string): Promise<void> {
    const action = this.action(title, label);
    await waitUntil(
      async () => {
        const hasFocus = (await action.and(this.page.locator(':focus')).count()) > 0;
        if (!hasFocus) {
          await this.page.keyboard.press('Tab');
        }
        return hasFocus;
      },
      hasFocus => hasFocus,
      `the focus on "${label}"`,
    );
    await this.page.keyboard.press('Enter');
  }

  /** Resolves to the values of these CSS variables beside the picture, when that is drawn. */
  async pictureColors(names: readonly string[]): Promise<readonly string[]> {
    const picture = this.picture();
    await picture.locator('svg').waitFor();
    return picture.locator('svg').evaluate((_svg, names) => {
      const { document, getComputedStyle } = globalThis as unknown as PageOfPicture;
      const style = getComputedStyle(document.documentElement);
      return names.map(name => style.getPropertyValue(name).trim());
    }, names);
  }

  private picture(): FrameLocator {
    return this.page
      .frameLocator('.getting-started-media iframe.webview')
      .frameLocator('#active-frame');
  }

  private action(title: string, label: string): Locator {
    return this.step(title).locator(actionSelector).filter({ hasText: label });
  }

  private step(title: string): Locator {
    return this.page
      .locator(stepSelector)
      .filter({ has: this.page.locator('.step-title').getByText(title, { exact: true }) });
  }
}
