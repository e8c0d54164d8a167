import { ConfigurationTarget, workspace } from 'vscode';

const changed = new Set<string>();

/** Changes one of VS Code's own settings for the user, until {@link resetHostSettings}. */
export async function setHostSetting(name: string, value: unknown): Promise<void> {
  changed.add(name);
  await workspace.getConfiguration().update(name, value, ConfigurationTarget.Global);
}

/** Takes back every change. */
export async function resetHostSettings(): Promise<void> {
  for (const name of changed) {
    await workspace.getConfiguration().update(name, undefined, ConfigurationTarget.Global);
  }
  changed.clear();
}
