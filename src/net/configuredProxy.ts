import { isLoopback } from './loopback';
import type { NetworkSettings } from './networkSettings';

const proxyVariables = ['https_proxy', 'http_proxy', 'all_proxy'];

type ProxySettings = Omit<NetworkSettings, 'network'>;

/**
 * The proxy that is set for a URL, in VS Code or in the environment, as it is written there. Reads the settings as VS Code
 * does (`@vscode/proxy-agent`), and `ALL_PROXY` besides. Doesn't see PAC files and the proxy of the
 * system: only VS Code does.
 */
export function configuredProxy(url: URL, settings: ProxySettings): string | undefined {
  const { proxy, proxySupport, environment } = settings;
  if (proxySupport === 'off' || isLoopback(url.hostname) || isExcepted(url, settings)) {
    return undefined;
  }
  const set = [proxy.trim(), ...proxyVariables.map(name => variable(environment, name))];
  return set.find(value => value !== '');
}

function isExcepted({ hostname, port }: URL, { noProxy, environment }: ProxySettings): boolean {
  const exceptions = noProxy.length > 0 ? noProxy : variable(environment, 'no_proxy').split(',');
  return exceptions.some(exception => {
    const [name = '', onlyPort = ''] = exception.trim().toLowerCase().split(':', 2);
    const domain = name.startsWith('.') ? name : `.${name}`;
    const isNamed = name === '*' || (name !== '' && `.${hostname}`.endsWith(domain));
    return isNamed && (onlyPort === '' || onlyPort === (port || '443'));
  });
}

/** An environment variable, which is written in lower case or in upper case. */
function variable(environment: ProxySettings['environment'], name: string): string {
  const spellings = [name, name.toUpperCase()].map(key => environment[key]?.trim() ?? '');
  return spellings.find(value => value !== '') ?? '';
}
