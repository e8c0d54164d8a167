import type { FrameLocator, Locator, Page } from 'playwright-core';
import { boundsOf, type Bounds } from './bounds';
import { readElements } from './readElements';
import { waitUntil } from './waitUntil';

/** A step of a walkthrough. Texts are empty where nothing is shown. */
export interface WalkthroughStep {
  readonly title: string;
  /** With the labels of its buttons; of the open step only. */
  readonly description: string;
  readonly isOpen: boolean;
  readonly isDone: boolean;
}

const pageSelector = '.gettingStartedContainer .gettingStartedSlideDetails';

/** A walkthrough on the welcome page. */
export class Walkthrough {
  private readonly details: Locator;

  constructor(page: Page) {
    this.details = page.locator(pageSelector);
  }

  /** The title and the description above the steps. */
  async heading(): Promise<readonly string[]> {
    const [shown] = await readElements(this.details, {
      title: ['.category-title'],
      description: ['.category-description-container .description'],
    });
    return [shown?.title ?? '', shown?.description ?? ''].filter(text => text !== '');
  }

  /** The steps, from the top. */
  async steps(): Promise<readonly WalkthroughStep[]> {
    const steps = await readElements(this.details.locator('.getting-started-step'), {
      title: ['.step-title'],
      description: ['.step-description-container'],
      classes: ['', 'className'],
      mark: ['.codicon', 'className'],
    });
    return steps.map(({ title, description, classes, mark }) => ({
      title,
      description,
      isOpen: classes.split(' ').includes('expanded'),
      isDone: mark.includes('step-checked'),
    }));
  }

  /** Resolves when a step is open, with what stands beside it. */
  async waitForOpenStep(): Promise<void> {
    await waitUntil(
      () => this.steps(),
      steps => steps.some(({ isOpen }) => isOpen),
      'a walkthrough with an open step',
    );
    // A picture stands in the page itself; a drawing and a document in a frame of their own.
    await this.details
      .locator('.getting-started-media > img')
      .or(this.details.locator('.getting-started-media > iframe'))
      .waitFor();
    if ((await this.details.locator('.getting-started-media > iframe').count()) > 0) {
      await this.document.locator('body > *:visible').first().waitFor();
    }
  }

  /** The text that stands beside the open step; empty where that is a picture. */
  async mediaText(): Promise<string> {
    const [shown] = await readElements(this.document.locator('body'), { text: [''] });
    return shown?.text ?? '';
  }

  /** Where the walkthrough is shown. */
  bounds(): Promise<Bounds> {
    return boundsOf(this.details);
  }

  private get document(): FrameLocator {
    return this.details
      .frameLocator('.getting-started-media > iframe')
      .frameLocator('iframe#active-frame');
  }
}
