import { configuredProxy } from './configuredProxy';
import { isLoopback, isLoopbackOfVscode } from './loopback';
import type { NetworkSettings, TransportName } from './networkSettings';

/** The transports for a request, in the order in which they are tried. */
export type Route = readonly [TransportName, TransportName?];

/**
 * Chooses the transports for a URL. Remembers for each origin which one worked, as long as the
 * settings of VS Code's proxy stay what they are.
 */
export class Routes {
  private readonly worked = new Map<string, TransportName>();

  to(url: string, settings: NetworkSettings): Route {
    const target = new URL(url);
    if (mustGoDirect(target)) {
      return ['undici'];
    }
    if (settings.network !== 'auto') {
      return [settings.network];
    }
    const usual = configuredProxy(target, settings) !== undefined ? 'vscode' : 'undici';
    const first = this.worked.get(placeOf(url, settings)) ?? usual;
    return [first, first === 'undici' ? 'vscode' : 'undici'];
  }

  /** Notes over which transport an answer came. */
  remember(url: string, settings: NetworkSettings, transport: TransportName): void {
    this.worked.set(placeOf(url, settings), transport);
  }
}

/** Only this machine is asked without TLS. No proxy may see that, nor has it a way to this machine. */
export function mustGoDirect({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' || (isLoopback(hostname) && !isLoopbackOfVscode(hostname));
}

function placeOf(url: string, { proxy, noProxy, proxySupport }: NetworkSettings): string {
  return JSON.stringify([new URL(url).origin, proxy, noProxy, proxySupport]);
}
