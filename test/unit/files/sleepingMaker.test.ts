import type * as fileSystem from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import type { ReleaseLock } from '../../../src/core/locks/roomLocks';
import { LockFiles } from '../../../src/files/lockFiles';
import { staleAfter } from '../../../src/files/lockFolder';
import { ManualClock } from '../../support/manualClock';
import { RecordingLogger } from '../../support/recordingLogger';
import { age, entriesIn } from './lockEntries';
import { temporaryFolder } from './temporaryFolder';

const nothing = () => Promise.resolve();

/** What happens on the machine just before a window names itself as the holder. */
const meanwhile = vi.hoisted(() => ({ happens: () => Promise.resolve() }));

vi.mock('node:fs/promises', async importOriginal => {
  const original = await importOriginal<typeof fileSystem>();
  const writeFile = async (...parameters: Parameters<typeof original.writeFile>) => {
    await meanwhile.happens();
    return original.writeFile(...parameters);
  };
  return { ...original, writeFile };
});

it('a window that sleeps while it takes the lock does not share it with the one that took over', async () => {
  const folder = await temporaryFolder();
  const never = new AbortController().signal;
  const logger = new RecordingLogger();
  const clock = new ManualClock(Date.now());
  const sleeper = new LockFiles(folder, clock, logger);
  const other = new LockFiles(folder, clock, logger);
  let release: ReleaseLock | undefined;
  let entries: string[] = [];
  meanwhile.happens = async () => {
    meanwhile.happens = nothing;
    await age(folder, staleAfter + 5_000);
    release = await other.acquire('room', never);
    entries = await entriesIn(folder);
  };

  const next = sleeper.acquire('room', never);
  await vi.waitFor(() => expect(clock.timers).toHaveLength(1), { interval: 1 });
  expect(entries).toHaveLength(2);
  expect(await entriesIn(folder)).toEqual(entries);

  await release?.();
  clock.advance(250);
  await (
    await next
  )?.();
  expect(await entriesIn(folder)).toEqual([]);
  expect(logger.lines).toEqual([]);
});
