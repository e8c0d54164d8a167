import { findProgram } from '../../../scripts/hosts/debianPackages';
import { runCommand } from '../../../scripts/hosts/runCommand';
import { refreshRequest } from '../clients/client';
import type { NewConnectionsJob } from '../clients/clientJobs';
import type { Bench } from '../openBench';
import type { Comparison, Finding } from '../report/measurement';
import { median } from '../report/statistics';
import { interleave } from '../rounds';
import { startDelayingRelay } from '../servers/delayingRelay';
import type { Measure } from './measure';
import { SeriesByName } from './seriesByName';

/** The way to the API and back, in milliseconds. */
export const roundTrip = 50;

/** Calls of one process; the first one is for the compiler. */
const callsInRow = 4;

/** How a client sends each call. */
type Variant =
  | { readonly name: string; readonly job: NewConnectionsJob; readonly kept?: boolean }
  | { readonly name: string; readonly curl: string };

/** A refresh whose API is 50 ms away, with TLS 1.3 and a new connection for each call. */
export const roundTrips: Measure = {
  title: 'https refresh over 50 ms, plain Node, a new connection each',
  rows: ['callAhead'],
  async run(bench) {
    const { https, httpsThatHangsUp } = bench.servers;
    const relay = await startDelayingRelay(httpsThatHangsUp.port, roundTrip);
    const relayThatKeeps = await startDelayingRelay(https.port, roundTrip);
    const variants = variantsHere();
    const series = new SeriesByName(variants.map(({ name }) => name));
    try {
      await interleave(bench.plan.relayRounds, variants, bench.random, async variant => {
        const { port } = 'kept' in variant ? relayThatKeeps : relay;
        const times =
          'curl' in variant
            ? await curlTimes(bench, variant.curl, port)
            : await clientTimes(bench, variant.job, port);
        series.add(variant.name, ...times.map(time => time / roundTrip));
      });
    } finally {
      await relay.close();
      await relayThatKeeps.close();
    }
    return reportOf(this.title, series);
  },
};

function reportOf(
  title: string,
  series: SeriesByName,
): { findings: Finding[]; comparisons: Comparison[] } {
  const ahead = series.of(openedAhead);
  return {
    findings: [
      ahead.length > 0
        ? { row: 'callAhead', value: median(ahead) }
        : { row: 'callAhead', value: undefined, remark: 'opening ahead is not there' },
    ],
    comparisons: [{ title, unit: 'round trips', series: series.all() }],
  };
}

const openedAhead = 'extension, opened ahead';

function variantsHere(): Variant[] {
  const job = { kind: 'newConnections', calls: callsInRow, ahead: false, garbage: 'left' } as const;
  const curl = findProgram(['curl']);
  return [
    { name: 'raw socket, kept', job: { ...job, client: 'raw socket' }, kept: true },
    { name: openedAhead, job: { ...job, client: 'extension', ahead: true } },
    { name: 'extension, cold', job: { ...job, client: 'extension' } },
    { name: 'undici', job: { ...job, client: 'undici' } },
    { name: 'SDK', job: { ...job, client: 'SDK' } },
    ...(curl === undefined ? [] : [{ name: 'curl', curl }]),
  ];
}

async function clientTimes(
  bench: Bench,
  job: NewConnectionsJob,
  port: number,
): Promise<readonly number[]> {
  const target = bench.target('https', port);
  const { series } = await bench.runClient({ ...job, target });
  return series.flatMap(({ milliseconds }) => milliseconds.slice(1));
}

/** As many calls with curl as a process of another client does, each with a process of its own. */
async function curlTimes(bench: Bench, curl: string, port: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 1; count < callsInRow; count++) {
    times.push(await curlTime(bench, curl, port));
  }
  return times;
}

/** What curl itself says, without the start of its process. */
async function curlTime(bench: Bench, curl: string, port: number): Promise<number> {
  const { method, url, headers, body } = refreshRequest(`https://127.0.0.1:${port}`);
  const output = await runCommand(curl, [
    ...['--silent', '--fail', '--output', '/dev/null', '--write-out', '%{time_total}'],
    ...['--cacert', bench.authorityFile, '--request', method, '--data', body],
    ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
    url,
  ]);
  return Number(output) * 1000;
}
