import { env } from 'node:process';
import { workspace } from 'vscode';
import type { NetworkChoice, NetworkSettings } from '../../net/networkSettings';

const choices: readonly unknown[] = ['auto', 'undici', 'vscode'] satisfies NetworkChoice[];

/**
 * What decides how requests are sent: the extension's own setting, VS Code's settings of the proxy,
 * and the environment. Only the user's own value of the first counts.
 */
export function networkSettings(): NetworkSettings {
  const own = workspace.getConfiguration('telnyxRooms').inspect<unknown>('network')?.globalValue;
  const http = workspace.getConfiguration('http');
  const proxy = http.get<unknown>('proxy');
  const noProxy = http.get<unknown>('noProxy');
  return {
    network: isChoice(own) ? own : 'auto',
    proxy: typeof proxy === 'string' ? proxy : '',
    noProxy: Array.isArray(noProxy) ? noProxy.filter(entry => typeof entry === 'string') : [],
    proxySupport: String(http.get<unknown>('proxySupport')),
    environment: env,
  };
}

function isChoice(value: unknown): value is NetworkChoice {
  return choices.includes(value);
}
