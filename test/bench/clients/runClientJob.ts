import { setTimeout as sleep } from 'node:timers/promises';
import { inRandomOrder, seededRandom } from '../rounds';
import { collectGarbage } from '../collectGarbage';
import type {
  ClientJob,
  ClientName,
  ClientResult,
  ClientSeries,
  ClientTarget,
  FirstJob,
  NewConnectionsJob,
  WarmJob,
} from './clientJobs';
import { openClient } from './openClient';

/** As long as a prompt stands at the least: until a connection opened ahead is there, in milliseconds. */
const aheadTime = 400;

/** Does a job in this process. */
export function runClientJob(job: ClientJob): Promise<ClientResult> {
  switch (job.kind) {
    case 'warm':
      return warmCalls(job, job.target);
    case 'first':
      return firstCall(job, job.target);
    case 'newConnections':
      return newConnections(job, job.target);
  }
}

async function warmCalls(job: WarmJob, target: ClientTarget): Promise<ClientResult> {
  const random = seededRandom(job.seed);
  const runners = await Promise.all(
    job.clients.map(async name => ({
      client: await openClient(name, target),
      series: { client: name, milliseconds: [] as number[], cpu: [] as number[] },
    })),
  );
  // The first rounds are for the compiler.
  const warmUp = Math.ceil(job.rounds / 2);
  for (let round = -warmUp; round < job.rounds; round++) {
    for (const { client, series } of inRandomOrder(runners, random)) {
      const times: number[] = [];
      const before = process.cpuUsage();
      for (let count = 0; count < job.block; count++) {
        times.push(await timed(() => client.refresh()));
      }
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) {
        series.milliseconds.push(...times);
        series.cpu.push((user + system) / 1000 / job.block);
      }
    }
  }
  await Promise.all(runners.map(({ client }) => client.close()));
  return { series: runners.map(({ series }) => series), canOpenAhead: true };
}

async function firstCall({ client: name, ahead }: FirstJob, target: ClientTarget) {
  await becomeLikeHost(target);
  const start = performance.now();
  const client = await openClient(name, target);
  const load = performance.now() - start;
  if (ahead && client.openAhead === undefined) {
    return cannotOpenAhead;
  }
  if (ahead) {
    client.openAhead?.();
    await sleep(aheadTime);
  }
  const time = await timed(() => client.refresh());
  await client.close();
  return result(name, [ahead ? time : load + time]);
}

async function newConnections(
  { client: name, ahead, calls, garbage }: NewConnectionsJob,
  target: ClientTarget,
): Promise<ClientResult> {
  const client = await openClient(name, target);
  if (ahead && client.openAhead === undefined) {
    return cannotOpenAhead;
  }
  const times: number[] = [];
  for (let count = 0; count < calls; count++) {
    if (garbage === 'collected') {
      await collectGarbage();
    }
    if (ahead) {
      client.openAhead?.();
      await sleep(aheadTime);
    }
    times.push(await timed(() => client.refresh()));
  }
  await client.close();
  return result(name, times);
}

const cannotOpenAhead: ClientResult = { series: [], canOpenAhead: false };

function result(client: ClientName, milliseconds: readonly number[]): ClientResult {
  const series: ClientSeries = { client, milliseconds, cpu: [] };
  return { series: [series], canOpenAhead: true };
}

/**
 * An extension host has long loaded Node's own HTTP, TLS and `fetch`; and the extension what shows rooms
 * and asks for tokens.
 */
async function becomeLikeHost(target: ClientTarget): Promise<void> {
  await Promise.all([import('node:https'), import('node:tls'), import('node:zlib')]);
  Reflect.get(globalThis, 'fetch');
  (await import('./extensionClient')).loadWhatComesBefore(target);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
