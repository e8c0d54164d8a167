import type { ClientName } from '../clients/clientJobs';
import type { Bench } from '../openBench';
import type { Measure } from './measure';

/** Whether new connections resume the TLS session of an earlier one, as the server sees it. */
export const tlsSessions: Measure = {
  title: 'TLS sessions',
  rows: ['tlsSessions'],
  async run(bench) {
    const extension = await shareResumed(bench, 'extension');
    const undici = await shareResumed(bench, 'undici');
    return {
      findings: [
        {
          row: 'tlsSessions',
          value: extension,
          remark: `of ${bench.plan.newConnections} connections; undici as it comes ${Math.round(undici)} %`,
        },
      ],
      comparisons: [],
    };
  },
};

async function shareResumed(bench: Bench, client: ClientName): Promise<number> {
  const { handshakes, port } = bench.servers.httpsThatHangsUp;
  const before = { ...handshakes };
  await bench.runClient({
    kind: 'newConnections',
    client,
    calls: bench.plan.newConnections,
    ahead: false,
    garbage: 'collected',
    target: bench.target('https', port),
  });
  const all = handshakes.all - before.all;
  return ((handshakes.resumed - before.resumed) / (all - 1)) * 100;
}
