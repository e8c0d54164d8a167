// A window's process: for each order it takes the lock, stays a while and leaves. What it does goes
// into a journal that all processes share. Started with: folder of the locks, journal, name.
import { appendFile } from 'node:fs/promises';
import { setTimeout as stay } from 'node:timers/promises';
import { type Clock, systemClock } from '../../../src/core/time/clock';
import { LockFiles } from '../../../src/files/lockFiles';
import type { Order, Report } from './contender';

const [folder = '', journal = '', name = ''] = process.argv.slice(2);

function report(what: Report): void {
  process.send?.(what);
}

function fail(message: string): void {
  throw new Error(message);
}

/** Looks ten times as often as a window does: more meet, sooner. */
const hurriedClock: Clock = {
  now: () => systemClock.now(),
  schedule(milliseconds, callback) {
    report('waiting');
    return systemClock.schedule(milliseconds / 10, callback);
  },
};

const locks = new LockFiles(folder, hurriedClock, { info: fail, warn: fail });

async function takeTurn(order: Order): Promise<void> {
  const release = await locks.acquire('room', new AbortController().signal);
  await appendFile(journal, `enter ${name}\n`);
  report('entered');
  if (order === 'stay') {
    return;
  }
  await stay(5);
  await appendFile(journal, `leave ${name}\n`);
  await release?.();
  report('left');
}

// Nobody is left behind waiting when the test run is killed.
process.on('disconnect', () => process.exit());
process.on('message', order => void takeTurn(order as Order));
report('ready');
