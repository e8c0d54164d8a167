import type { Page } from 'playwright-core';
import { readElements } from './readElements';
import { showTimeout, waitUntil } from './waitUntil';

/** What an input box or a quick pick shows. Texts are empty where nothing is shown. */
export interface QuickInputState {
  /** Title without the step, such as "Refresh Room Token". */
  readonly title: string;
  /** Step as it is shown, such as "1/3". */
  readonly step: string;
  readonly placeholder: string;
  readonly value: string;
  /** The prompt, or the sentence that refuses the value. */
  readonly message: string;
  /** Whether the message refuses the value. */
  readonly isRefused: boolean;
  readonly isPassword: boolean;
}

/** A row of a quick pick. */
export interface QuickPickRow {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

const widgetSelector = '.quick-input-widget';
const inputSelector = '.quick-input-box input';
const rowSelector = `${widgetSelector} .quick-input-list .monaco-list-row`;
const rowFirstLine = '.quick-input-list-row:first-child';
const rowLabel = { label: [`${rowFirstLine} .label-name`] } as const;

/** The box at the top of the window that asks: an input box, a quick pick or the palette. */
export class QuickInput {
  constructor(private readonly page: Page) {}

  /** What the box shows now; undefined when there is none. */
  async read(): Promise<QuickInputState | undefined> {
    const [shown] = await readElements(this.page.locator(widgetSelector), {
      title: ['.quick-input-title'],
      placeholder: [inputSelector, 'placeholder'],
      value: [inputSelector, 'value'],
      type: [inputSelector, 'type'],
      boxClasses: ['.quick-input-box .monaco-inputbox', 'className'],
      message: ['.quick-input-message'],
    });
    if (!shown) {
      return undefined;
    }
    const { type, boxClasses, title: titleAndStep, ...texts } = shown;
    const [, title = '', step = ''] = /^(.*?) ?(?:\((\d+\/\d+)\))?$/.exec(titleAndStep) ?? [];
    return {
      ...texts,
      title,
      step,
      isRefused: boxClasses.split(' ').includes('error'),
      isPassword: type === 'password',
    };
  }

  /** Resolves when a box with this title is shown, at this step when one is named ("2/3"). */
  waitFor(title: string, step?: string): Promise<QuickInputState> {
    return this.waitForState(
      state => state.title === title && (step === undefined || state.step === step),
      `the box "${title}"${step === undefined ? '' : ` at step ${step}`}`,
    );
  }

  /** Resolves when the box shows this sentence below its input. */
  waitForMessage(message: string | RegExp): Promise<QuickInputState> {
    return this.waitForState(
      state =>
        typeof message === 'string' ? state.message === message : message.test(state.message),
      `a box with the message "${String(message)}"`,
    );
  }

  /** Resolves when no box is shown. */
  async waitForClose(): Promise<void> {
    await waitUntil(
      () => this.read(),
      state => state === undefined,
      'no box',
    );
  }

  /** Replaces the value, as a paste does. */
  async type(value: string, timeout = showTimeout): Promise<void> {
    await this.page.locator(`${widgetSelector} ${inputSelector}`).fill(value, { timeout });
  }

  /** Presses Enter. */
  async accept(): Promise<void> {
    await this.page.keyboard.press('Enter');
  }

  /** Presses Escape. */
  async escape(): Promise<void> {
    await this.page.keyboard.press('Escape');
  }

  /** The rows of a quick pick that are in sight, from the top. */
  rows(): Promise<QuickPickRow[]> {
    return readElements(this.page.locator(rowSelector), {
      ...rowLabel,
      description: [`${rowFirstLine} .label-description`],
      detail: ['.quick-input-list-label-meta'],
    });
  }

  /** Resolves to the rows in sight when there are any. */
  waitForRows(): Promise<QuickPickRow[]> {
    return waitUntil(
      () => this.rows(),
      rows => rows.length > 0,
      'any row',
    );
  }

  /** Resolves to the rows in sight when one of them has this label. */
  waitForRow(label: string, timeout?: number): Promise<QuickPickRow[]> {
    return waitUntil(
      () => this.rows(),
      rows => rows.some(row => row.label === label),
      `a row "${label}"`,
      timeout,
    );
  }

  /**
   * Chooses the row with this label by keyboard: the list may still move when it has just opened,
   * and a click would then meet another row.
   */
  async choose(label: string, timeout = showTimeout): Promise<void> {
    await this.waitForRow(label, timeout);
    await waitUntil(
      async () => {
        const focused = await this.focusedLabel();
        if (focused !== label) {
          await this.page.keyboard.press('ArrowDown');
        }
        return focused;
      },
      focused => focused === label,
      `the focus on the row "${label}"`,
      timeout,
    );
    await this.accept();
  }

  private async focusedLabel(): Promise<string | undefined> {
    const [focused] = await readElements(this.page.locator(`${rowSelector}.focused`), rowLabel);
    return focused?.label;
  }

  private waitForState(
    isExpected: (state: QuickInputState) => boolean,
    expectation: string,
  ): Promise<QuickInputState> {
    return waitUntil(
      () => this.read(),
      (state): state is QuickInputState => state !== undefined && isExpected(state),
      expectation,
    );
  }
}
