import type { Scene } from './scene';

/** Opens a room terminal that shows what its variables are long, and gives back what is to be seen. */
export async function lookAtRoomTerminal({ workbench }: Scene): Promise<readonly string[]> {
  const { terminal } = workbench;
  await workbench.runCommand('Telnyx: Open Room Terminal');
  await terminal.waitFor('TELNYX_CLIENT_TOKEN is the client token of room');
  await terminal.type('echo "${#TELNYX_CLIENT_TOKEN} characters"');
  const screen = await terminal.waitFor(/[1-9]\d\dcharacters/);
  return [screen, await workbench.page.content()];
}
