import { median } from '../report/statistics';
import type { Measure } from './measure';
import { warmSeries } from './warmSeries';

/** Refreshes on kept connections, http, in a process of plain Node. */
export const warmHttp: Measure = {
  title: 'Warm http refresh, plain Node',
  rows: ['warmHttp', 'warmHttpCpu'],
  async run(bench) {
    const { series } = await bench.runClient({
      kind: 'warm',
      clients: ['raw socket', 'extension', 'undici', 'fetch', 'SDK'],
      rounds: bench.plan.warmRounds,
      block: 25,
      seed: Math.floor(bench.random() * 2 ** 31),
      target: bench.target('http', bench.servers.http.port),
    });
    const { times, cpu } = warmSeries(series);
    return {
      findings: [
        {
          row: 'warmHttp',
          value: median(times.of('extension')) / median(times.of('raw socket')),
        },
        { row: 'warmHttpCpu', value: median(cpu.of('extension')) / median(cpu.of('SDK')) },
      ],
      comparisons: [
        { title: this.title, unit: 'µs', series: times.all() },
        { title: `${this.title}: CPU time a call`, unit: 'µs', series: cpu.all() },
      ],
    };
  },
};
