import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoomRecord } from '../../../src/core/rooms/room';
import type { RoomTreeProvider } from '../../../src/vscode/tree/roomTreeProvider';
import { roomOf } from '../display/rooms';
import { activateIn, anything, contextOf, FakeDisposable } from './fakeEditor';

const now = Date.parse('2026-11-23T12:00:00Z');

/** Everything that the window starts and stops, at a time that the test drives. */
const running: { dispose(): unknown }[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now });
});

afterEach(() => {
  running.splice(0).forEach(part => part.dispose());
  vi.useRealTimers();
});

/** So many rooms, whose client tokens end an hour later and after that, and which nobody keeps fresh. */
function roomsOf(count: number): readonly RoomRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `4cd45a8a-6d5e-4b3f-8b2a-${String(index).padStart(12, '0')}`;
    const clientToken = { issuedAt: now, expiresAt: now + 3_600_000 + index * 1000 };
    const { refreshToken: _none, ...record } = roomOf({ id, clientToken }).record;
    return record;
  });
}

/** An editor that counts what is sent to its window, and a start of the extension in it. */
async function start(count: number, { focused = true } = {}) {
  const contexts: string[] = [];
  const texts: string[] = [];
  const redrawn: unknown[] = [];
  let provider: RoomTreeProvider | undefined;
  const statusBarItem = {
    set text(text: string) {
      texts.push(text);
    },
    show: () => undefined,
    hide: () => undefined,
    dispose: () => undefined,
  };
  class EventEmitter {
    readonly event = () => ({ dispose: () => undefined });
    fire(element: unknown) {
      redrawn.push(element);
    }
    dispose() {
      // Nobody listens.
    }
  }
  const parts = {
    Disposable: FakeDisposable,
    EventEmitter,
    commands: anything({
      executeCommand: (_command: string, name: string) => Promise.resolve(void contexts.push(name)),
    }),
    window: anything({
      state: { focused },
      createStatusBarItem: () => statusBarItem,
      createTreeView(_id: string, options: { treeDataProvider: RoomTreeProvider }) {
        provider = options.treeDataProvider;
        return anything();
      },
    }),
    workspace: anything({ textDocuments: [] }),
  };
  const stored = contextOf(roomsOf(count));
  await activateIn(parts, { ...stored.context, subscriptions: running });
  return { ...stored, contexts, texts, redrawn, provider: () => provider };
}

describe('A window with 0, 1 or 1,000 rooms', () => {
  it.each([0, 1, 1000])('activates without a look at any of %i', async count => {
    const { reads, contexts, texts } = await start(count);
    expect(reads).toEqual({ state: 0, secrets: 0 });
    expect([contexts, texts]).toEqual([[], []]);
    // It opens the window.
    expect(vi.getTimerCount()).toBe(1);
  });

  it.each([0, 1, 1000])('then reads each of %i a few times, and no secret', async count => {
    const { reads, contexts, texts, redrawn } = await start(count);
    await vi.advanceTimersByTimeAsync(1);
    expect(reads.secrets).toBe(0);
    expect(reads.state).toBeLessThanOrEqual(5 * count + 10);
    expect(contexts).toHaveLength(new Set(contexts).size);
    expect(texts).toHaveLength(Math.min(count, 1));
    expect(redrawn).toEqual([]);
  });

  it('has no timer without rooms', async () => {
    await start(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([1, 1000])('counts down with one text a second for %i, and nothing else', async count => {
    const { reads, contexts, texts, redrawn } = await start(count);
    await vi.advanceTimersByTimeAsync(1000);
    // The countdown, and the reminder of all tokens.
    expect(vi.getTimerCount()).toBe(2);
    const before = { texts: texts.length, reads: reads.state, contexts: contexts.length };
    await vi.advanceTimersByTimeAsync(60_000);
    expect(texts.length - before.texts).toBe(60);
    // For each text: which room is pinned, twice, and whether there is an API key for the shown one.
    expect(reads.state - before.reads).toBe(3 * 60);
    expect(contexts).toHaveLength(before.contexts);
    expect(redrawn).toEqual([]);
    expect(reads.secrets).toBe(0);
  });

  it.each([1, 1000])('has no timer below 30 s for %i without the focus', async count => {
    await start(count, { focused: false });
    await vi.advanceTimersByTimeAsync(1000);
    const scheduled = vi.spyOn(globalThis, 'setTimeout');
    await vi.advanceTimersByTimeAsync(600_000);
    const shortest = Math.min(...scheduled.mock.calls.map(([, milliseconds = 0]) => milliseconds));
    expect(shortest).toBe(30_000);
    expect(vi.getTimerCount()).toBe(2);
    scheduled.mockRestore();
  });

  it('redraws one row of 1,000 when one room has changed, and reads only its secrets', async () => {
    const { provider, reads, redrawn, store } = await start(1000);
    await vi.advanceTimersByTimeAsync(1000);
    const nodes = (await provider()?.getChildren(undefined)) ?? [];
    expect(nodes).toHaveLength(1000);
    const changed = roomsOf(500).at(-1);
    store({ ...roomOf().record, ...changed, clientToken: { expiresAt: now + 9_000_000 } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(redrawn).toEqual([nodes.find(({ roomKey }) => roomKey.endsWith(changed?.id ?? '?'))]);
    expect(reads.secrets).toBe(2);
  });
});
