import type { NetworkFacts, TransportFact } from '../../core/network/networkFacts';
import { configuredProxy } from '../configuredProxy';
import { FetchTransport } from '../fetchTransport';
import type { NetworkSettings } from '../networkSettings';
import type { Transports } from '../networkTransport';
import { mustGoDirect, Routes } from '../routes';
import { withTimeLimit } from '../timeLimit';
import { defaultCallLimit, defaultLimits } from '../transportLimits';
import { UndiciTransport } from '../undiciTransport';
import { lookUpHost } from './lookUpHost';
import { probeConnection } from './probeConnection';
import { probeProxy, withoutBrackets } from './probeProxy';
import { probeTls } from './probeTls';
import { probeTransport } from './probeTransport';
import { timed } from './timed';

/** Of a host with many addresses. */
const mostAddresses = 4;

/** How long each step may take, in milliseconds. */
export interface StepLimits {
  readonly step: number;
  readonly request: number;
}

/** What the way to an API is looked at with; by default what requests are sent with. */
export interface NetworkProbe {
  readonly baseUrl: string;
  readonly settings: NetworkSettings;
  readonly limits?: StepLimits;
  readonly transports?: Transports;
}

/**
 * Finds out how far one gets on each way to an API. Sends no secret: requests are without a key, and
 * a proxy gets no name or password, but where VS Code sends them itself. Never rejects; after the
 * signal is aborted, what was not finished says so.
 */
export async function collectNetworkFacts(
  { baseUrl, settings, limits = defaultStepLimits, transports }: NetworkProbe,
  signal: AbortSignal,
): Promise<NetworkFacts> {
  const url = new URL(baseUrl);
  const [direct, proxy, byTransport] = await Promise.all([
    lookStraight(url, limits, signal),
    lookAtProxy(url, settings, limits, signal),
    askByTransports(url, limits, signal, transports),
  ]);
  return {
    origin: url.origin,
    route: new Routes().to(baseUrl, settings).filter(name => name !== undefined),
    ...direct,
    ...(proxy !== undefined && { proxy }),
    transports: byTransport,
  };
}

const defaultStepLimits: StepLimits = { step: defaultLimits.connect, request: defaultCallLimit };

async function lookStraight(
  url: URL,
  { step }: StepLimits,
  signal: AbortSignal,
): Promise<Pick<NetworkFacts, 'lookup' | 'connections' | 'tls'>> {
  const host = withoutBrackets(url.hostname);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const lookup = await timed(() =>
    withTimeLimit(signal, step, limited => lookUpHost(host, limited)),
  );
  const addresses = lookup.outcome.ok ? lookup.outcome.addresses.slice(0, mostAddresses) : [];
  const connections = await Promise.all(
    addresses.map(address =>
      withTimeLimit(signal, step, limited => probeConnection(address, port, limited)),
    ),
  );
  const address = connections.find(({ outcome }) => outcome.ok)?.address;
  if (url.protocol !== 'https:' || address === undefined) {
    return { lookup, connections };
  }
  const tls = await timed(() =>
    withTimeLimit(signal, step, limited => probeTls({ host, address, port }, limited)),
  );
  return { lookup, connections, tls };
}

async function lookAtProxy(
  api: URL,
  settings: NetworkSettings,
  { step }: StepLimits,
  signal: AbortSignal,
): Promise<NetworkFacts['proxy']> {
  const url = mustGoDirect(api) ? undefined : configuredProxy(api, settings);
  if (url === undefined) {
    return undefined;
  }
  const connect = await timed(() =>
    withTimeLimit(signal, step, limited => probeProxy(url, api, limited)),
  );
  return { url, connect };
}

/** Over transports of their own, so that the first request of each has to connect. */
async function askByTransports(
  api: URL,
  { request }: StepLimits,
  signal: AbortSignal,
  given: Transports | undefined,
): Promise<readonly TransportFact[]> {
  const transports = given ?? { undici: new UndiciTransport(), vscode: new FetchTransport() };
  const url = `${api.href.replace(/\/$/, '')}/rooms?page%5Bsize%5D=1`;
  const names = mustGoDirect(api) ? (['undici'] as const) : (['undici', 'vscode'] as const);
  try {
    return await Promise.all(
      names.map(async transport => ({
        transport,
        requests: await probeTransport(transports[transport], url, request, signal),
      })),
    );
  } finally {
    // Not waited for: it ends with the last attempt to connect, long after a cancel.
    void transports.undici.close();
  }
}
