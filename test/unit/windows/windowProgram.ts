// The process of one window: the core with auto-refresh on, the real clock, the real HTTP client and
// the real locks. Started with: shared folder, base URL of the API, id of the room.
import { join } from 'node:path';
import { composeCore } from '../../support/composeCore';
import { roomKey } from '../../../src/core/rooms/roomIdentity';
import { systemClock, type Clock } from '../../../src/core/time/clock';
import type { TokenTimes } from '../../../src/core/tokens/tokenTimes';
import { LockFiles } from '../../../src/files/lockFiles';
import { UndiciTransport } from '../../../src/net/undiciTransport';
import { MemoryPreferences } from '../../support/memoryPreferences';
import { sharedStores } from './sharedStores';
import type { Order, Report } from './windowProcess';

const [folder = '', baseUrl = '', roomId = ''] = process.argv.slice(2);
const room = { id: roomId, baseUrl, sandbox: false };
const key = roomKey(room);

function report(what: Report): void {
  process.send?.(what);
}

/** Nothing that a window warns of may happen here: it ends the process, and so fails the test. */
const logger = {
  info: () => undefined,
  warn(message: string) {
    throw new Error(message);
  },
};

/** The system's clock, which tells that the locks have to wait. */
const clockOfLocks: Clock = {
  now: () => systemClock.now(),
  schedule(milliseconds, callback) {
    report({ kind: 'waiting' });
    return systemClock.schedule(milliseconds, callback);
  },
};

function open() {
  const preferences = new MemoryPreferences();
  preferences.set({ autoRefresh: true });
  return composeCore({
    ...sharedStores(folder),
    transport: new UndiciTransport(),
    locks: new LockFiles(join(folder, 'locks'), clockOfLocks, logger),
    preferences,
    clock: systemClock,
    logger,
    random: Math.random,
  });
}

let core: ReturnType<typeof open> | undefined;

function shownToken(): TokenTimes | undefined {
  return core?.rooms.get(key)?.record.clientToken;
}

async function obey(order: Order): Promise<void> {
  if (order.kind === 'open') {
    core = open();
    let shown = shownToken();
    core.rooms.onDidChange(() => {
      const clientToken = shownToken();
      if (clientToken?.expiresAt !== shown?.expiresAt) {
        shown = clientToken;
        report({ kind: 'shows', clientToken });
      }
    });
  } else {
    const { ttlSeconds } = order;
    await core?.tokens.refresh({ room, ttlSeconds }, new AbortController().signal);
    report({ kind: 'refreshed', clientToken: shownToken() });
  }
}

// Nobody is left behind when the test run is killed.
process.on('disconnect', () => process.exit());
process.on('message', order => void obey(order as Order));
report({ kind: 'ready' });
