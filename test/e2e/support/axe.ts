import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds in markup of VS Code's that an extension has no hand in. */
interface Exception {
  readonly rule: string;
  /** The elements at which this rule's findings don't count; all others do. */
  readonly at: string;
  readonly reason: string;
}

const exceptions: readonly Exception[] = [
  {
    rule: 'label-content-name-mismatch',
    at: '.monaco-list-row[role="treeitem"], .quick-input-list .monaco-list-row[role="option"]',
    reason:
      'VS Code puts no blank between label and description of a row, so that axe takes them for one word. The names of rows are compared by the tests themselves.',
  },
  {
    rule: 'label-content-name-mismatch',
    at: '.statusbar-item[id$=".telnyxRooms.expiry"] > .statusbar-item-label',
    reason: 'The name leaves out the countdown, which a screen reader would say every second.',
  },
  {
    rule: 'aria-allowed-attr',
    at: '.quick-input-list .monaco-list-row[role="option"]',
    reason: 'VS Code gives the rows of a pick, which are a tree to it, a level.',
  },
  {
    rule: 'color-contrast-enhanced',
    at: '.sidebar .monaco-list-row .label-description',
    reason: 'VS Code lets the background shine through descriptions: 5.5:1 in Light High Contrast.',
  },
  {
    rule: 'color-contrast-enhanced',
    at: '.statusbar-item.warning-kind > .statusbar-item-label',
    reason: 'Text and background of a warning are a pair of VS Code: 6.2:1 in Light High Contrast.',
  },
  {
    rule: 'aria-prohibited-attr',
    at: '.quick-input-list .monaco-keybinding',
    reason:
      'VS Code names the keys of a command on an element without a role; no row of ours has keys.',
  },
  {
    rule: 'aria-allowed-attr',
    at: '.notifications-toasts .monaco-list[role="list"], .notifications-toasts .monaco-list-row[role="dialog"]',
    reason: 'VS Code shows a message as a dialog that is the row of a list.',
  },
  {
    rule: 'aria-required-children',
    at: '.notifications-toasts .monaco-list[role="list"]',
    reason: 'The same.',
  },
];

/** What axe has to say about a part of the window. */
export interface AxeReport {
  /** How many elements its rules were about. */
  readonly checked: number;
  /** What is wrong: the rule, the element, and what to mend. */
  readonly findings: readonly string[];
}

/** The little of axe and the DOM that is used in the page; the project does not compile for a DOM. */
interface PageElement {
  matches(selector: string): boolean;
}
interface RuleResult {
  readonly id: string;
  readonly nodes: readonly {
    readonly html: string;
    readonly failureSummary?: string;
    readonly element: PageElement;
  }[];
}
interface PageWithAxe {
  readonly axe?: {
    run(
      part: string,
      options: object,
    ): Promise<{
      readonly passes: readonly RuleResult[];
      readonly violations: readonly RuleResult[];
    }>;
  };
}

/**
 * Has axe look at one part of the window, by all of its rules; with `highContrast`, texts have to
 * have a contrast of 7:1 rather than 4.5:1. Rejects where nothing is at the selector.
 */
export async function runAxe(
  page: Page,
  part: string,
  { highContrast = false } = {},
): Promise<AxeReport> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    // As an expression of the debugger's: the window's content security policy lets no script in.
    await page.evaluate(axe.source);
  }
  return page.evaluate(
    async ({ part, highContrast, exceptions }) => {
      const { axe } = globalThis as PageWithAxe;
      const results = await axe?.run(part, {
        elementRef: true,
        rules: { 'color-contrast-enhanced': { enabled: highContrast } },
      });
      const { passes = [], violations = [] } = results ?? {};
      const findings = violations.flatMap(({ id, nodes }) =>
        nodes
          .filter(
            ({ element }) => !exceptions.some(({ rule, at }) => rule === id && element.matches(at)),
          )
          .map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 300)} ${failureSummary}`),
      );
      return {
        checked: [...passes, ...violations].flatMap(({ nodes }) => nodes).length,
        findings,
      };
    },
    { part, highContrast, exceptions },
  );
}
