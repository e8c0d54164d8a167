import { setTimeout as sleep } from 'node:timers/promises';
import { collectGarbage } from '../../collectGarbage';
import type { IdleResult, ProbeTasks } from '../probeTasks';
import { countDecodes } from './decodeCount';
import { timeActivation } from './timeActivation';
import { watchTimers } from './watchTimers';

/** Until what an activation sets off has ended, in milliseconds. */
const settleTime = 5000;

/** Activates the extension, then measures what this process does while nobody does anything. */
export async function watchIdle({
  extension,
  milliseconds,
  counts,
}: ProbeTasks['idle']['task']): Promise<IdleResult> {
  const timers = counts ? watchTimers('telnyx-room-tokens') : undefined;
  await timeActivation(extension);
  await sleep(settleTime);
  const decodes = counts ? countDecodes() : undefined;
  const from = Date.now();
  const before = process.cpuUsage();
  await sleep(milliseconds);
  const { user, system } = process.cpuUsage(before);
  const to = Date.now();
  const counted = timers && decodes && { counts: { decoded: decodes().length, timers: timers() } };
  await collectGarbage();
  const heap = process.memoryUsage().heapUsed;
  return { from, to, cpu: (user + system) / 1000, heap, ...counted };
}
