import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { composeCore } from '../../support/composeCore';
import { roomKey } from '../../../src/core/rooms/roomIdentity';
import { systemClock } from '../../../src/core/time/clock';
import { LockFiles } from '../../../src/files/lockFiles';
import { staleAfter } from '../../../src/files/lockFolder';
import { startSandbox } from '../../../src/sandbox/startSandbox';
import { MemoryLocks } from '../../support/memoryLocks';
import { MemoryPreferences } from '../../support/memoryPreferences';
import { RecordingLogger } from '../../support/recordingLogger';
import { ScriptedTransport } from '../../support/scriptedTransport';
import { age, entriesIn } from '../files/lockEntries';
import { temporaryFolder } from '../files/temporaryFolder';
import { sharedStores } from './sharedStores';
import { bundleWindowProgram, WindowProcess } from './windowProcess';

const patience = 30_000;
const soon = { interval: 10, timeout: 10_000 };
const open = { kind: 'open' } as const;

let programs: string;
let program: string;

beforeAll(async () => {
  programs = await mkdtemp(join(tmpdir(), 'telnyx-rooms-window-'));
  program = join(programs, 'windowProgram.cjs');
  await bundleWindowProgram(program);
});

afterAll(() => rm(programs, { recursive: true }));

/** A sandbox with a room, and what windows share. */
async function createWorld() {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const { baseUrl } = sandbox;
  const room = { id: sandbox.createRoom().id, baseUrl, sandbox: false };
  const folder = await temporaryFolder();
  const place = { folder, baseUrl, roomId: room.id };
  return {
    sandbox,
    room,
    folder,
    locks: join(folder, 'locks'),
    startWindows: (count: number) =>
      Promise.all(Array.from({ length: count }, () => WindowProcess.start(program, place))),
  };
}

type World = Awaited<ReturnType<typeof createWorld>>;

/** Leaves the room, and a yes to its API, behind like a window that is closed by now; TTLs are seconds. */
async function keepRoom(
  { sandbox, room, folder }: World,
  life: number,
  nextTtl: number,
): Promise<void> {
  const core = composeCore({
    ...sharedStores(folder),
    transport: new ScriptedTransport(),
    locks: new MemoryLocks().window(),
    preferences: new MemoryPreferences(),
    clock: systemClock,
    logger: new RecordingLogger(),
    random: Math.random,
  });
  const pair = sandbox.issueTokens(room.id, { clientTokenSeconds: life });
  await core.origins.trust(room.baseUrl);
  await core.keeper.keep(room, {
    client: { token: pair.token, ttlSeconds: nextTtl },
    refresh: { token: pair.refresh_token },
  });
  core.dispose();
}

/** Keeps every window from its turn until it is released. */
async function holdLock({ room, locks }: World): Promise<() => Promise<void>> {
  const files = new LockFiles(locks, systemClock, new RecordingLogger());
  const release = await files.acquire(roomKey(room), new AbortController().signal);
  expect(await entriesIn(locks)).toHaveLength(2);
  return release ?? (() => Promise.resolve());
}

/** What the windows show, after each has got another client token than before. */
function nextTokens(windows: readonly WindowProcess[]) {
  return Promise.all(
    windows.map(async window => (await window.next('shows')).clientToken?.expiresAt),
  );
}

/** Expects that all windows show the same token, which lives so many seconds since a moment ago. */
function expectOneToken(ends: readonly (number | undefined)[], ttlSeconds: number): void {
  expect(new Set(ends).size, ends.join(', ')).toBe(1);
  const left = (ends[0] ?? 0) - Date.now();
  expect(left).toBeGreaterThan(ttlSeconds * 500);
  expect(left).toBeLessThanOrEqual(ttlSeconds * 1000);
}

/** Resolves when no window has a lock any more: nobody is about to send anything. */
async function atRest({ locks }: World): Promise<void> {
  await vi.waitFor(async () => expect(await entriesIn(locks)).toEqual([]), soon);
}

function expectRefreshes({ sandbox, room }: World, count: number): void {
  const path = `/v2/rooms/${room.id}/actions/refresh_client_token`;
  expect(sandbox.requests.map(request => request.path)).toEqual(Array(count).fill(path));
}

describe('Six windows on one room', { timeout: patience }, () => {
  it('make one request when it is due, and one more when it is due again', async () => {
    const world = await createWorld();
    await keepRoom(world, 3, 10);
    const windows = await world.startWindows(6);

    const release = await holdLock(world);
    await Promise.all(windows.map(window => window.order(open, 'waiting')));
    expectRefreshes(world, 0);
    const first = nextTokens(windows);
    await release();
    const second = first.then(() => nextTokens(windows));
    expectOneToken(await first, 10);
    await atRest(world);
    expectRefreshes(world, 1);

    expectOneToken(await second, 10);
    await atRest(world);
    expectRefreshes(world, 2);
  });

  it('make one further request when the one that had the lock was killed', async () => {
    const world = await createWorld();
    await keepRoom(world, 3, 600);
    world.sandbox.failNext({ kind: 'delay', milliseconds: patience });
    const [killed, ...others] = await world.startWindows(6);

    killed?.give(open);
    await vi.waitFor(() => expectRefreshes(world, 1), soon);
    await Promise.all(others.map(other => other.order(open, 'waiting')));
    await killed?.kill();
    await Promise.all(others.map(other => other.next('waiting')));
    expectRefreshes(world, 1);

    const tokens = nextTokens(others);
    await age(world.locks, staleAfter + 5000);
    expectOneToken(await tokens, 600);
    await atRest(world);
    expectRefreshes(world, 2);
  });

  it('make one request when all users ask for the same refresh at once', async () => {
    const world = await createWorld();
    await keepRoom(world, 600, 600);
    const windows = await world.startWindows(6);
    windows.forEach(window => window.give(open));

    const release = await holdLock(world);
    const refresh = { kind: 'refresh', ttlSeconds: 1800 } as const;
    await Promise.all(windows.map(window => window.order(refresh, 'waiting')));
    expectRefreshes(world, 0);
    const refreshed = Promise.all(windows.map(window => window.next('refreshed')));
    await release();
    const ends = (await refreshed).map(({ clientToken }) => clientToken?.expiresAt);
    expectOneToken(ends, 1800);
    await atRest(world);
    expectRefreshes(world, 1);
  });
});
