import { strictEqual } from 'node:assert/strict';
import type { Sandbox } from '../../../src/sandbox/startSandbox';

/** Fails when a request comes within so many milliseconds: that nothing happens can't be awaited. */
export async function expectQuiet(
  { requests }: Sandbox,
  milliseconds: number,
  message: string,
): Promise<void> {
  const before = requests.length;
  await new Promise(resolve => setTimeout(resolve, milliseconds));
  strictEqual(requests.length, before, message);
}
