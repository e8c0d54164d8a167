import type { Workbench } from './workbench';

/** Links an `.env` file to the only room, by keyboard alone, up to the message of success. */
export async function linkEnvFile(
  workbench: Workbench,
  path: string,
  expiry: string,
): Promise<void> {
  const { quickInput, notifications } = workbench;
  await workbench.runCommand('Telnyx: Link .env File…');
  await quickInput.waitFor('Link .env File', '1/3');
  await quickInput.choose(path);
  await quickInput.waitFor('Link .env File', '2/3');
  await quickInput.choose('TELNYX_CLIENT_TOKEN');
  await quickInput.waitFor('Link .env File', '3/3');
  await quickInput.choose(expiry);
  await notifications.waitFor(/^Linked /);
}
