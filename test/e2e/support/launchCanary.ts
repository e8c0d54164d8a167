import type { LaunchFolder } from './launchFolder';
import { pressF5 } from './pressF5';
import type { Scene } from './scene';

/**
 * Gives tokens to programs by F5, by a task and with a `launch.json` that the extension wrote, and
 * takes the consent back. Resolves to the tokens that the programs were given.
 */
export async function giveTokensToPrograms(
  { workbench }: Scene,
  folder: LaunchFolder,
  look: () => Promise<unknown>,
): Promise<string[]> {
  const { dialog, notifications, page, quickInput, view } = workbench;
  await notifications.clear();
  await pressF5(page);
  await dialog.waitFor(/^Give client tokens/);
  await look();
  await dialog.click('Give Tokens');
  const first = await folder.waitForGiven(1);
  await page.getByText('the program was here').first().waitFor();
  await look();

  await workbench.runCommand('Tasks: Run Task');
  await quickInput.choose('Serve');
  const second = await folder.waitForGiven(2);
  await look();

  await workbench.runCommand('Telnyx: Add to launch.json');
  await quickInput.choose('Server');
  await dialog.waitFor(/^Replace TELNYX_CLIENT_TOKEN and TELNYX_ROOM_ID/);
  await look();
  await dialog.click('Replace');
  await notifications.waitFor(/^The configuration "Server" now gets the token/);
  await page.getByText('telnyxClientToken').first().waitFor();
  await look();
  await notifications.clear();
  await pressF5(page);
  const third = await folder.waitForGiven(3);

  await view.open();
  await look();
  await workbench.runCommand('Telnyx: Stop Giving Tokens to Launches');
  await notifications.waitFor(/get no more client tokens/);
  await look();
  await pressF5(page);
  await dialog.waitFor(/^Give client tokens/);
  await page.keyboard.press('Escape');
  await dialog.waitForClose();
  await notifications.clear();
  return [first, second, third].map(({ token }) => token ?? '');
}
