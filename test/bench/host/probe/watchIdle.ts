import { setTimeout as sleep } from 'node:timers/promises';
import { collectGarbage } from '../../collectGarbage';
import type { BenchExtension, IdleResult } from '../probeTasks';
import { countDecodes } from './decodeCount';
import { timeActivation } from './timeActivation';

/** Until what an activation sets off has ended, in milliseconds. */
const settleTime = 4000;

/** Activates the extension, then measures what this process does while nobody does anything. */
export async function watchIdle(name: BenchExtension, milliseconds: number): Promise<IdleResult> {
  await timeActivation(name);
  const decodes = countDecodes();
  await sleep(settleTime);
  const decodedBefore = decodes();
  const from = Date.now();
  const before = process.cpuUsage();
  await sleep(milliseconds);
  const { user, system } = process.cpuUsage(before);
  const to = Date.now();
  const decoded = decodes() - decodedBefore;
  await collectGarbage();
  const heap = process.memoryUsage().heapUsed;
  return { from, to, cpu: (user + system) / 1000, decoded, heap };
}
