import type { ClientSeries } from '../clients/clientJobs';
import { SeriesByName } from './seriesByName';

/** Times and CPU times of calls by client, in microseconds. */
export function warmSeries(series: readonly ClientSeries[]) {
  const names = series.map(({ client }) => client);
  const [times, cpu] = [new SeriesByName(names), new SeriesByName(names)];
  for (const each of series) {
    times.add(each.client, ...each.milliseconds.map(inMicroseconds));
    cpu.add(each.client, ...each.cpu.map(inMicroseconds));
  }
  return { times, cpu };
}

function inMicroseconds(milliseconds: number): number {
  return milliseconds * 1000;
}
