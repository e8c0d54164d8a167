import type { Locator } from 'playwright-core';

/** Where something is shown, in pixels of the page. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where an element is shown; rejects when it isn't. */
export async function boundsOf(element: Locator): Promise<Bounds> {
  const bounds = await element.boundingBox();
  if (!bounds) {
    throw new Error(`${String(element)} is not shown.`);
  }
  return bounds;
}
