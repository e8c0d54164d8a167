import { createHook } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What a process holds, once what nobody needs is gone. */
export interface HeldResources {
  /** By their sort: timers (also those that keep no process alive), sockets, servers and so on. */
  readonly byType: Readonly<Record<string, number>>;
  /** Those that keep the process alive. */
  readonly active: number;
  /** In bytes. */
  readonly heap: number;
}

/** Counts the resources that come and go from now on. */
export function countResources() {
  const types = new Map<number, string>();
  const hook = createHook({
    init(id, type) {
      if (type !== 'PROMISE') {
        types.set(id, type);
      }
    },
    destroy: id => void types.delete(id),
  }).enable();
  return {
    async held(): Promise<HeldResources> {
      // What is collected is reported on a later turn of the event loop.
      for (let turn = 0; turn < 3; turn++) {
        collectGarbage();
        await sleep(20);
      }
      const byType: Record<string, number> = {};
      for (const type of types.values()) {
        byType[type] = (byType[type] ?? 0) + 1;
      }
      const active = process.getActiveResourcesInfo().length;
      return { byType, active, heap: process.memoryUsage().heapUsed };
    },
    dispose: () => void hook.disable(),
  };
}
