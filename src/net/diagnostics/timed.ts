import type { Timed } from '../../core/network/networkFacts';

/** Takes the time of something, in milliseconds. */
export async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const start = performance.now();
  const outcome = await work();
  return { milliseconds: Math.round(performance.now() - start), outcome };
}
