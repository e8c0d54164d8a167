import { waitUntil } from './waitUntil';
import type { Workbench } from './workbench';

/** How long the list of themes may take to open, in milliseconds. */
const listTimeout = 3_000;

/**
 * Chooses a colour theme by its label, and resolves when the window has it.
 *
 * @param kind the class that the workbench has then, such as `hc-black`.
 */
export async function useTheme(workbench: Workbench, theme: string, kind: string): Promise<void> {
  const { page, quickInput } = workbench;
  const isUsed = page.locator(`.monaco-workbench.${kind}`).first();
  await waitUntil(
    async () => {
      await workbench.runCommand('Preferences: Color Theme');
      try {
        await quickInput.type(theme, listTimeout);
        await quickInput.choose(theme, listTimeout);
        await isUsed.waitFor({ timeout: listTimeout });
        return true;
      } catch {
        // What takes the focus while the list opens closes it again.
        await quickInput.escape();
        return false;
      }
    },
    hasTheme => hasTheme,
    `the theme ${theme}`,
  );
}
