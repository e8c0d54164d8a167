import type { Page } from 'playwright-core';

/** Presses F5 when no program is debugged any more: until then it would go on with that one. */
export async function pressF5(page: Page): Promise<void> {
  await page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
  await page.keyboard.press('F5');
}
