import { ConfigurationTarget, workspace, type Event } from 'vscode';
import { defaultApiBaseUrl, parseApiBaseUrl, type ApiBaseUrlResult } from '../core/api/apiBaseUrl';
import { clientTokenTtl, isTtl } from '../core/rooms/tokenTtl';
import type { Preferences } from '../core/preferences';
import type { SecondsMode } from '../display/statusBarView';

const section = 'telnyxRooms';

/** What the core wants to know of the settings. */
export const preferences: Preferences = {
  autoRefresh: () => read('autoRefresh') === true,
  autoRefreshMaxIdleMinutes: () => natural(read('autoRefreshMaxIdleMinutes'), 60),
  autoRenew: () => read('autoRenew') === true,
  notifyBeforeExpiry: () => natural(read('notifyBeforeExpiry'), 60),
  onDidChange: listener =>
    workspace.onDidChangeConfiguration(event => {
      if (preferenceNames.some(name => event.affectsConfiguration(`${section}.${name}`))) {
        listener();
      }
    }),
};

const preferenceNames = [
  'autoRefresh',
  'autoRefreshMaxIdleMinutes',
  'autoRenew',
  'notifyBeforeExpiry',
];

/** The extension's settings, read at the moment of use. */
export const settings = {
  /** Where the API is. Only the user's own value counts: a workspace must not steer secrets. */
  apiBaseUrl(): ApiBaseUrlResult {
    const value = workspace.getConfiguration(section).inspect<unknown>('apiBaseUrl')?.globalValue;
    return parseApiBaseUrl(typeof value === 'string' ? value : defaultApiBaseUrl);
  },

  /** The TTL that a room's first refresh suggests, in seconds. */
  defaultTtl(): number {
    const value = read('defaultTtl');
    return isTtl(value, clientTokenTtl) ? value : clientTokenTtl.default;
  },

  /** When the status bar's countdown shows seconds. */
  statusBarSeconds(): SecondsMode {
    const value = read('statusBar.seconds');
    return value === 'lastMinute' || value === 'never' ? value : 'always';
  },

  /** After how many seconds a copied token is taken off the clipboard again; 0 means never. */
  clipboardClearAfter(): number {
    return natural(read('clipboard.clearAfter'), 60);
  },

  /** Whether secrets in open files are pointed out. */
  diagnostics(): boolean {
    return read('diagnostics') !== false;
  },

  /** Whether agents are offered the tools of this extension. */
  agentTools(): boolean {
    return read('agentTools') !== false;
  },

  /** Never again says that a client token is about to end, until the user changes the setting. */
  async stopReminders(): Promise<void> {
    const configuration = workspace.getConfiguration(section);
    await configuration.update('notifyBeforeExpiry', 0, ConfigurationTarget.Global);
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

function read(name: string): unknown {
  return workspace.getConfiguration(section).get<unknown>(name);
}

function natural(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : fallback;
}
