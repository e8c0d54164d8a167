import { setTimeout as sleep } from 'node:timers/promises';
import { extensions } from 'vscode';
import type { TelnyxRoomTokens } from '../../../../src/core/programs/telnyxRooms';
import { extensionIds, type BenchExtension } from '../probeTasks';

/** Until a new window has drawn itself, and VS Code's own extensions are started, in milliseconds. */
const settleTime = 2000;

/** Times in milliseconds, from the moment at which VS Code is asked to activate the extension. */
export interface ActivationTimes {
  /** Until it is active. */
  readonly milliseconds: number;
  /** Until the extension has opened its window, for which VS Code does not wait; of ours alone. */
  readonly opened?: number;
}

/** Waits for the window to come to rest, then activates the extension. */
export async function timeActivation(name: BenchExtension): Promise<ActivationTimes> {
  const extension = extensions.getExtension<Partial<TelnyxRoomTokens> | undefined>(
    extensionIds[name],
  );
  if (extension === undefined || extension.isActive) {
    throw new Error(`${name} is ${extension === undefined ? 'not there' : 'active already'}.`);
  }
  await sleep(settleTime);
  const start = performance.now();
  const exports = await extension.activate();
  const milliseconds = performance.now() - start;
  if (exports?.getApi === undefined) {
    return { milliseconds };
  }
  await exports.getApi(1);
  return { milliseconds, opened: performance.now() - start };
}
