// Takes the place of the extension's own main file while rooms are prepared: only an extension itself
// can write its `globalState` and its secrets.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workspace, type ExtensionContext } from 'vscode';
import { seedFile } from './probeTasks';
import type { StoredData } from './seededRooms';

/** Stores what the file holds. */
export async function activate(context: ExtensionContext): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const { state, secrets } = JSON.parse(
    await readFile(join(folder, seedFile), 'utf8'),
  ) as StoredData;
  await Promise.all([
    ...Object.entries(state).map(([key, value]) => context.globalState.update(key, value)),
    ...Object.entries(secrets).map(([key, value]) => context.secrets.store(key, value)),
  ]);
}
