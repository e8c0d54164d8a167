import type { Locator } from 'playwright-core';

/** The little of a DOM element that is read in the page; the project does not compile for a DOM. */
interface PageElement {
  checkVisibility(): boolean;
  querySelector(selector: string): PageElement | null;
}

/**
 * What to read: a property of the first descendant that a selector finds, or of the element itself
 * where the selector is empty. The text is read where no property is named.
 */
export type ElementSource = readonly [selector: string, property?: string];

/**
 * Reads the elements that a locator finds now, all in one moment and without waiting for any.
 * What is hidden or not there is read as an empty text.
 */
export function readElements<Field extends string>(
  locator: Locator,
  sources: Readonly<Record<Field, ElementSource>>,
): Promise<Record<Field, string>[]> {
  return locator.evaluateAll(
    (elements: PageElement[], entries: [string, ElementSource][]) =>
      elements
        .filter(element => element.checkVisibility())
        .map(element => {
          const fields = entries.map(([field, [selector, property = 'innerText']]) => {
            const found = selector === '' ? element : element.querySelector(selector);
            const properties = found as unknown as Record<string, string | null> | null;
            const text = found?.checkVisibility() ? (properties?.[property] ?? '') : '';
            return [field, text.replaceAll('\u00a0', ' ').trim()];
          });
          return Object.fromEntries(fields) as Record<Field, string>;
        }),
    Object.entries<ElementSource>(sources),
  );
}
