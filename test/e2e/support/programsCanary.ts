import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
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

/**
 * Lets a second extension get out of this one whatever it can, by its API and by the tools for agents;
 * gives back its report, and the question that comes before an agent's refresh.
 */
export async function reportOfApiUser(scene: Scene): Promise<readonly string[]> {
  const { editor, workbench, room } = scene;
  const { dialog, notifications } = workbench;
  await notifications.clear();
  await workbench.runCommand('API User: Report');
  const question = await dialog.waitFor('Refresh the client token of a Telnyx room?');
  expect(question.detail).toContain(room.id);
  await workbench.screenshot('agent-refresh');
  await dialog.click(question.buttons.at(-1) ?? '');
  await notifications.waitFor('The report is written.');
  const { userDataFolder } = editor.server;
  const file = join(userDataFolder, 'User', 'globalStorage', 'tests.api-user', 'report.json');
  const report = await readFile(file, 'utf8');
  expect(JSON.parse(report)).toMatchObject({
    rooms: [{ id: room.id }],
    refreshed: [{ answer: { id: room.id } }],
    refused: { code: 'invalidArgument' },
    list: { answer: { content: [{ value: expect.stringContaining(room.id) as string }] } },
    status: [{ answer: { content: [{ value: expect.stringContaining('grants') as string }] } }],
    refresh: { answer: { content: [{ value: expect.stringContaining('command:') as string }] } },
    tools: [{}, {}, {}],
  });
  return [report, JSON.stringify(question)];
}
