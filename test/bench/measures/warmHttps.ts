import { median } from '../report/statistics';
import type { Measure } from './measure';
import { warmSeries } from './warmSeries';

/** Refreshes on kept connections, https, in an extension host. */
export const warmHttps: Measure = {
  title: 'Warm https refresh, VS Code',
  rows: ['warmHttps'],
  async run(bench) {
    const host = await bench.host();
    const { result } = await host.run(await host.userWithRooms(0, bench.baseUrl), {
      kind: 'client',
      job: {
        kind: 'warm',
        clients: ['SDK', 'extension', 'undici', 'fetch', 'raw socket'],
        rounds: bench.plan.warmRoundsInHost,
        block: 10,
        seed: Math.floor(bench.random() * 2 ** 31),
        target: bench.target('https', bench.servers.https.port),
      },
    });
    const { times } = warmSeries(result.series);
    return {
      findings: [
        { row: 'warmHttps', value: median(times.of('extension')) / median(times.of('SDK')) },
      ],
      comparisons: [{ title: this.title, unit: 'µs', series: times.all() }],
    };
  },
};
