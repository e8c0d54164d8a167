import { ConfigurationTarget, workspace } from 'vscode';

const changed = new Set<string>();

/** Changes a setting of the extension for the user, until {@link resetSettings}. */
export async function setSetting(name: string, value: unknown): Promise<void> {
  changed.add(name);
  await workspace.getConfiguration('telnyxRooms').update(name, value, ConfigurationTarget.Global);
}

/** Points the extension at an API. */
export function setApiBaseUrl(baseUrl: string): Promise<void> {
  return setSetting('apiBaseUrl', baseUrl);
}

/** What the user has set, not what the manifest has by default. */
export function userSetting(name: string): unknown {
  return workspace.getConfiguration('telnyxRooms').inspect(name)?.globalValue;
}

/** Takes back every change but that of the base URL: the next world sets its own, and each write takes time. */
export async function resetSettings(): Promise<void> {
  for (const name of [...changed].filter(name => name !== 'apiBaseUrl')) {
    await setSetting(name, undefined);
    changed.delete(name);
  }
}
