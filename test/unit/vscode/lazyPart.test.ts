import { describe, expect, it } from 'vitest';
import type { Disposable } from '../../../src/core/emitter';
import { LazyPart } from '../../../src/vscode/lazyPart';

function create() {
  let disposed = 0;
  let creations = 0;
  let settle: { resolve(part: Disposable): void; reject(error: Error): void } | undefined;
  const made = { dispose: () => void (disposed += 1) };
  const part = new LazyPart(() => {
    creations += 1;
    return new Promise<Disposable>((resolve, reject) => (settle = { resolve, reject }));
  });
  return {
    part,
    made,
    finish: () => settle?.resolve(made),
    fail: (error: Error) => settle?.reject(error),
    counts: () => ({ creations, disposed }),
  };
}

describe('A part that is loaded on demand', () => {
  it('is there once it is loaded, the same for all, and let go of with its owner', async () => {
    const { part, made, finish, counts } = create();
    const loading = [part.load(), part.load()];
    expect(part.loaded).toBeUndefined();
    finish();
    expect(await Promise.all(loading)).toEqual([made, made]);
    expect(part.loaded).toBe(made);
    part.dispose();
    expect(counts()).toEqual({ creations: 1, disposed: 1 });
  });

  it('is let go of as well when its owner is while it is loaded', async () => {
    const { part, finish, counts } = create();
    const loading = part.load();
    part.dispose();
    finish();
    await loading;
    expect(counts()).toEqual({ creations: 1, disposed: 1 });
  });

  it('is tried again after a failure, of which all hear who waited', async () => {
    const { part, made, finish, fail, counts } = create();
    const loading = [part.load(), part.load()];
    fail(new Error('gone'));
    const outcomes = await Promise.allSettled(loading);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const again = part.load();
    finish();
    expect(await again).toBe(made);
    expect(counts()).toEqual({ creations: 2, disposed: 0 });
  });
});
