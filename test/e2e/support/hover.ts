import type { Locator } from 'playwright-core';

/**
 * Rests the pointer on something and resolves to the text of the tooltip that appears. The pointer
 * comes from elsewhere and leaves again, so that no other tooltip is mistaken for this one.
 */
export async function readTooltip(target: Locator): Promise<string> {
  const page = target.page();
  const tooltip = page.locator('.workbench-hover-container .hover-contents').first();
  await page.mouse.move(0, 0);
  await tooltip.waitFor({ state: 'detached' });
  await target.hover();
  await tooltip.waitFor();
  const text = await tooltip.innerText();
  await page.mouse.move(0, 0);
  await tooltip.waitFor({ state: 'detached' });
  return text.trim();
}
