import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { ReleaseLock } from '../../../src/core/locks/roomLocks';
import { LockFiles } from '../../../src/files/lockFiles';
import { staleAfter } from '../../../src/files/lockFolder';
import { ManualClock } from '../../support/manualClock';
import { RecordingLogger } from '../../support/recordingLogger';
import { age, entriesIn } from './lockEntries';
import { temporaryFolder } from './temporaryFolder';

const room = 'https://api.telnyx.com 0ccc7b54-4df3-4bca-a65a-3da1ecc777f0';
const never = new AbortController().signal;

/** A window with a clock of its own, so that a test sees when it waits and says when it looks again. */
function windowOn(folder: string) {
  const clock = new ManualClock(Date.now());
  const logger = new RecordingLogger();
  return { clock, logger, locks: new LockFiles(folder, clock, logger) };
}

type Window = ReturnType<typeof windowOn>;

async function held(window: Window, key = room): Promise<ReleaseLock> {
  const release = await window.locks.acquire(key, never);
  expect(release).toBeDefined();
  return release ?? (() => Promise.resolve());
}

async function hasToWait(window: Window): Promise<void> {
  await vi.waitFor(() => expect(window.clock.timers).toHaveLength(1), { interval: 1 });
}

describe('The lock of a room', () => {
  it('goes to the next window when it is released', async () => {
    const folder = await temporaryFolder();
    const [one, other] = [windowOn(folder), windowOn(folder)];
    const release = await held(one);
    const outcome = vi.fn();
    const next = held(other).finally(outcome);

    await hasToWait(other);
    other.clock.advance(250);
    await hasToWait(other);
    expect(outcome).not.toHaveBeenCalled();

    await release();
    other.clock.advance(250);
    await (
      await next
    )();
    expect(await entriesIn(folder)).toEqual([]);
  });

  it('is looked at again after 100 to 250 ms', async () => {
    const folder = await temporaryFolder();
    const [one, other] = [windowOn(folder), windowOn(folder)];
    const release = await held(one);
    const next = held(other);
    const waits = new Set<number>();
    for (let look = 0; look < 10; look++) {
      await hasToWait(other);
      const [wait = 0] = other.clock.timers;
      waits.add(wait);
      other.clock.advance(wait);
    }
    await hasToWait(other);
    await release();
    other.clock.advance(250);
    await next;

    expect(Math.min(...waits)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...waits)).toBeLessThanOrEqual(250);
    expect(waits.size).toBeGreaterThan(1);
  });

  it('does not hinder another room', async () => {
    const folder = await temporaryFolder();
    const [one, other] = [windowOn(folder), windowOn(folder)];
    await held(one);
    await held(other, 'https://api.telnyx.com another-room');
    expect(other.clock.timers).toEqual([]);
  });

  it('is free again for the same window', async () => {
    const folder = await temporaryFolder();
    const window = windowOn(folder);
    await (
      await held(window)
    )();
    await held(window);
  });

  it('tells nothing of the room and lets only the user in', async () => {
    const folder = join(await temporaryFolder(), 'global', 'storage');
    await held(windowOn(folder));
    const [lock = '', holder = ''] = await entriesIn(folder);

    expect(lock).toMatch(/^refresh-[0-9a-f]{32}\.lock$/);
    expect(holder).toMatch(/^refresh-[0-9a-f]{32}\.lock.[0-9a-f-]{36}$/);
    const { size, mode } = await stat(join(folder, holder));
    expect(size).toBe(0);
    if (process.platform !== 'win32') {
      expect(mode & 0o777).toBe(0o600);
      expect((await stat(join(folder, lock))).mode & 0o777).toBe(0o700);
    }
  });
});

describe('A window that cancels', () => {
  it('stops waiting at once and leaves no timer', async () => {
    const folder = await temporaryFolder();
    const [one, other] = [windowOn(folder), windowOn(folder)];
    const release = await held(one);
    const cancel = new AbortController();
    const waiting = other.locks.acquire(room, cancel.signal);
    await hasToWait(other);

    cancel.abort();
    expect(await waiting).toBeUndefined();
    expect(other.clock.timers).toEqual([]);

    await release();
    expect(await entriesIn(folder)).toEqual([]);
  });

  it('gets no lock when it cancelled before', async () => {
    const folder = await temporaryFolder();
    expect(await windowOn(folder).locks.acquire(room, AbortSignal.abort())).toBeUndefined();
    expect(await entriesIn(folder)).toEqual([]);
  });

  it('keeps no lock that it gets in the same moment', async () => {
    const folder = await temporaryFolder();
    const cancel = new AbortController();
    const acquired = windowOn(folder).locks.acquire(room, cancel.signal);
    cancel.abort();
    expect(await acquired).toBeUndefined();
    expect(await entriesIn(folder)).toEqual([]);
  });
});

describe('A lock that was left behind', () => {
  it.each([
    ['too old', staleAfter + 5_000],
    ['from the future, since the clock was set back', -staleAfter - 5_000],
  ])('is taken over when it is %s', async (_case, milliseconds) => {
    const folder = await temporaryFolder();
    const [gone, next] = [windowOn(folder), windowOn(folder)];
    const lateRelease = await held(gone);
    await age(folder, milliseconds);

    const release = await held(next);
    expect(next.clock.timers).toEqual([]);

    // Its holder was only asleep: what is there now is no longer its own.
    const entries = await entriesIn(folder);
    await lateRelease();
    expect(await entriesIn(folder)).toEqual(entries);

    await release();
    expect(await entriesIn(folder)).toEqual([]);
  });

  it.each([
    ['old', staleAfter - 5_000],
    ['in the future', -staleAfter + 5_000],
  ])('is not taken over while it is less than 30 s %s', async (_case, milliseconds) => {
    const folder = await temporaryFolder();
    const [one, other] = [windowOn(folder), windowOn(folder)];
    const release = await held(one);
    await age(folder, milliseconds);

    const next = held(other);
    await hasToWait(other);
    await release();
    other.clock.advance(250);
    await next;
  });

  it('is held while its maker has not named itself, and free when it never did', async () => {
    const folder = await temporaryFolder();
    await (
      await held(windowOn(folder), 'to learn a name')
    )();
    const window = windowOn(folder);
    const release = await held(window);
    const [lock = ''] = await entriesIn(folder);
    await release();
    await mkdir(join(folder, lock));

    const next = held(window);
    await hasToWait(window);
    await age(folder, staleAfter + 5_000);
    window.clock.advance(250);
    await (
      await next
    )();
    expect(await entriesIn(folder)).toEqual([]);
  });
});

describe('A release', () => {
  it('does nothing the second time, also when the lock is held again', async () => {
    const folder = await temporaryFolder();
    const [one, other] = [windowOn(folder), windowOn(folder)];
    const release = await held(one);
    await release();
    await held(other);
    const entries = await entriesIn(folder);
    await release();
    expect(await entriesIn(folder)).toEqual(entries);
  });
});

describe('Where no lock can be had', () => {
  it('the window goes on without one and says so once', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    for (const folder of [file, join(file, 'below')]) {
      const { clock, locks, logger } = windowOn(folder);
      for (let round = 0; round < 2; round++) {
        const release = await locks.acquire(room, never);
        expect(release).toBeDefined();
        await release?.();
      }
      expect(clock.timers).toEqual([]);
      expect(logger.lines).toEqual([expect.stringMatching(/^warn: .* \((?:EEXIST|ENOTDIR)\)\.$/)]);
      expect(logger.lines.join()).not.toContain(folder);
    }
  });

  it('a release does not reject when the folder is gone', async () => {
    const folder = await temporaryFolder();
    const storage = join(folder, 'storage');
    const release = await held(windowOn(storage));
    await rm(storage, { recursive: true });
    await release();
  });
});
