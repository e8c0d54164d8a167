import { compileFunction } from 'node:vm';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refreshLoopForm } from '../../../../src/display/snippets/refreshLoopForm';
import { roomId } from '../../../support/telnyxTokens';

interface Loop {
  readonly keepTokenFresh: (
    room: { readonly updateClientToken: (token: string) => Promise<void> },
    tokenExpiresAt: string,
    signal: AbortSignal,
  ) => Promise<void>;
}

const start = Date.parse('2026-11-23T12:00:00Z');
const isoIn = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
const secondsSinceStart = () => (Date.now() - start) / 1000;

/** The copied code, run as an app would run it, with a backend that answers what it is told. */
function startLoop(tokenExpiresAt: string, answer: () => Response) {
  const { outputText } = ts.transpileModule(
    refreshLoopForm.text({ roomId, baseUrl: 'https://api.telnyx.com/v2', ttlSeconds: 600 }),
    { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS } },
  );
  const requests: { readonly at: number; readonly body: unknown }[] = [];
  const taken: string[] = [];
  const fakeFetch = (_url: string, { body }: { body: string }) => {
    requests.push({ at: secondsSinceStart(), body: JSON.parse(body) });
    return Promise.resolve(answer());
  };
  const loop: Partial<Loop> = {};
  const warnings = vi.fn();
  const run = compileFunction(outputText, ['exports', 'fetch', 'console']);
  Reflect.apply(run, undefined, [loop, fakeFetch, { warn: warnings }]);
  const leaving = new AbortController();
  const room = {
    updateClientToken: (token: string) => {
      taken.push(token);
      return Promise.resolve();
    },
  };
  const ended = loop.keepTokenFresh?.(room, tokenExpiresAt, leaving.signal);
  return { requests, taken, warnings, leaving, ended, times: () => requests.map(({ at }) => at) };
}

const tokenFor = (seconds: number) => () =>
  Response.json({ token: 'a-new-token', token_expires_at: isoIn(seconds) });

describe('The refresh loop', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: start });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['an hour', 3600, [3540, 7080]],
    ['a minute', 60, [48, 96, 144]],
    ['ten seconds', 10, [7, 14, 21]],
  ])('gets a new token before one of %s ends, each time', async (_name, ttl, expected) => {
    const { taken, times } = startLoop(isoIn(ttl), tokenFor(ttl));
    await vi.advanceTimersByTimeAsync((expected.at(-1) ?? 0) * 1000 + 100);
    expect(times()).toEqual(expected);
    expect(taken).toHaveLength(expected.length);
  });

  it('names the room to the backend', async () => {
    const { requests } = startLoop(isoIn(10), tokenFor(600));
    await vi.advanceTimersByTimeAsync(7000);
    expect(requests).toMatchObject([{ body: { room_id: roomId } }]);
  });

  it.each([
    ['an error', () => new Response('', { status: 502 })],
    ['no JSON', () => new Response('<html>')],
    ['no token', () => Response.json({})],
    ['no date', () => Response.json({ token: 'a', token_expires_at: 'soon' })],
  ])('tries again, at longer and longer intervals, after %s', async (_name, failure) => {
    let isFailing = true;
    const loop = startLoop(isoIn(60), () => (isFailing ? failure() : tokenFor(60)()));
    await vi.advanceTimersByTimeAsync(56_000);
    expect(loop.times()).toEqual([48, 49, 51, 55]);
    expect(loop.warnings).toHaveBeenCalledTimes(4);
    expect(loop.taken).toEqual([]);
    isFailing = false;
    await vi.advanceTimersByTimeAsync(7000);
    expect(loop.taken).toEqual(['a-new-token']);
  });

  it('does not ask without pauses when the clock is ahead', async () => {
    const { times } = startLoop(isoIn(-600), tokenFor(-600));
    await vi.advanceTimersByTimeAsync(16_000);
    expect(times()).toEqual([5, 10, 15]);
  });

  it('goes on as soon as the machine wakes', async () => {
    const { times } = startLoop(isoIn(3600), tokenFor(3600));
    vi.setSystemTime(start + 3_590_000);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(times()).toEqual([3605]);
  });

  it('ends when the room is left, also during a call', async () => {
    const { leaving, taken, warnings, ended } = startLoop(isoIn(10), () => {
      leaving.abort();
      return tokenFor(600)();
    });
    await vi.advanceTimersByTimeAsync(8000);
    await ended;
    expect(taken).toEqual([]);
    expect(warnings).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
