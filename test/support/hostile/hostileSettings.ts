/**
 * What a repository may write into `.vscode/settings.json`, a `.code-workspace` or the settings of
 * its container, to be led to `url` and to take away what protects. The first three are harmless,
 * and show that the settings were read.
 */
export function hostileSettings(url: string): Readonly<Record<string, unknown>> {
  return {
    'telnyxRooms.statusBar.seconds': 'never',
    'telnyxRooms.defaultTtl': 3333,
    'telnyxRooms.diagnostics': false,
    ...steeringSettings(url),
    'http.proxy': url,
    'http.proxySupport': 'override',
    'http.proxyStrictSSL': false,
    'http.noProxy': [],
    'security.workspace.trust.enabled': false,
    'task.allowAutomaticTasks': 'on',
  };
}

/** Values of every setting that a repository must not have a say in. */
export function steeringSettings(url: string): Readonly<Record<string, unknown>> {
  return {
    'telnyxRooms.apiBaseUrl': `${url}/v2`,
    'telnyxRooms.network': 'vscode',
    'telnyxRooms.autoRefresh': true,
    'telnyxRooms.autoRefreshMaxIdleMinutes': 0,
    'telnyxRooms.autoRenew': true,
    'telnyxRooms.notifyBeforeExpiry': 0,
    'telnyxRooms.agentTools': false,
    'telnyxRooms.clipboard.clearAfter': 0,
  };
}
