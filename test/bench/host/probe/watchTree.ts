import { setTimeout as sleep } from 'node:timers/promises';
import { commands, extensions } from 'vscode';
import type { TelnyxRoomTokens } from '../../../../src/core/programs/telnyxRooms';
import { extensionIds, type TreeResult } from '../probeTasks';
import { countDecodes } from './decodeCount';
import { watchTreeView } from './watchedTree';

/** Until VS Code has asked for all that it draws, in milliseconds. */
const drawTime = 2500;

/** Shows the view, then refreshes one room; notes what the view's provider was asked for. */
export async function watchTree(roomId: string): Promise<TreeResult> {
  const { calls, changes } = watchTreeView();
  const extension = extensions.getExtension<TelnyxRoomTokens>(extensionIds.packaged);
  const tokens = await extension?.activate();
  await sleep(drawTime);
  calls.length = 0;
  await commands.executeCommand('telnyxRooms.tokens.focus');
  await sleep(drawTime);
  const root = calls.find(({ method, element }) => method === 'getChildren' && !element);
  const items = calls.filter(({ method }) => method === 'getTreeItem');
  if (tokens === undefined || root === undefined) {
    throw new Error('The view was not drawn.');
  }

  calls.length = 0;
  changes.length = 0;
  const decodes = countDecodes();
  await (await tokens.getApi(1)).refresh(roomId);
  await sleep(drawTime);
  const redrawn = calls.filter(({ method }) => method === 'getTreeItem');
  return {
    rootList: Math.max(root.to, ...items.map(({ to }) => to)) - root.from,
    rows: items.length,
    redrawnRows: new Set(redrawn.map(({ element }) => element)).size,
    redrawnWhole: changes.includes(undefined),
    decodes: Math.max(0, ...decodes()),
  };
}
