import { workspace, type Event } from 'vscode';
import { defaultApiBaseUrl, parseApiBaseUrl, type ApiBaseUrlResult } from '../core/api/apiBaseUrl';
import { clientTokenTtl, isClientTokenTtl } from '../core/rooms/clientTokenTtl';
import type { SecondsMode } from '../display/statusBarView';

const section = 'telnyxRooms';

/** The extension's settings, read at the moment of use. */
export const settings = {
  /** Where the API is. Only the user's own value counts: a workspace must not steer secrets. */
  apiBaseUrl(): ApiBaseUrlResult {
    const value = workspace.getConfiguration(section).inspect<unknown>('apiBaseUrl')?.globalValue;
    return parseApiBaseUrl(typeof value === 'string' ? value : defaultApiBaseUrl);
  },

  /** The TTL that a room's first refresh suggests, in seconds. */
  defaultTtl(): number {
    const value = workspace.getConfiguration(section).get<unknown>('defaultTtl');
    return isClientTokenTtl(value) ? value : clientTokenTtl.default;
  },

  /** When the status bar's countdown shows seconds. */
  statusBarSeconds(): SecondsMode {
    const value = workspace.getConfiguration(section).get<unknown>('statusBar.seconds');
    return value === 'lastMinute' || value === 'never' ? value : 'always';
  },

  /** Fires when the name (without the section) may have another value. */
  onDidChange(name: string): Event<void> {
    return (listener, thisArgs?: unknown) =>
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(`${section}.${name}`)) {
          listener.call(thisArgs);
        }
      });
  },
} as const;
