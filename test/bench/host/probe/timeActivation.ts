import { setTimeout as sleep } from 'node:timers/promises';
import { extensions } from 'vscode';
import { extensionIds, type BenchExtension } from '../probeTasks';

/** Until a new window has drawn itself, and VS Code's own extensions are started, in milliseconds. */
const settleTime = 2000;

/** Waits for the window to come to rest, then activates the extension. */
export async function timeActivation(name: BenchExtension): Promise<{ milliseconds: number }> {
  const extension = extensions.getExtension(extensionIds[name]);
  if (extension === undefined || extension.isActive) {
    throw new Error(`${name} is ${extension === undefined ? 'not there' : 'active already'}.`);
  }
  await sleep(settleTime);
  const start = performance.now();
  await extension.activate();
  return { milliseconds: performance.now() - start };
}
