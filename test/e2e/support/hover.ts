import type { Locator } from 'playwright-core';
import { waitUntil } from './waitUntil';

/** How long a tooltip takes to appear at most, in milliseconds. */
const hoverTimeout = 3_000;

/**
 * Rests the pointer on something and resolves to the text of the tooltip that appears. The pointer
 * comes from elsewhere and leaves again, so that no other tooltip is mistaken for this one. A row that
 * is redrawn meanwhile shows none until the pointer comes again.
 */
export async function readTooltip(target: Locator): Promise<string> {
  const page = target.page();
  const tooltip = page.locator('.workbench-hover-container .hover-contents').first();
  const leave = async () => {
    await page.mouse.move(0, 0);
    await tooltip.waitFor({ state: 'detached' });
  };
  const text = await waitUntil(
    async () => {
      await leave();
      await target.hover();
      return tooltip.innerText({ timeout: hoverTimeout }).catch(() => '');
    },
    shown => shown !== '',
    'a tooltip',
  );
  await leave();
  return text.trim();
}
