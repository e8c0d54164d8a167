import { describe, expect, it } from 'vitest';
import { loadOnce } from '../../../src/core/loadOnce';

describe('What is loaded once', () => {
  it('is not loaded before somebody asks, and is the same for all', async () => {
    let loads = 0;
    const load = loadOnce(() => Promise.resolve({ number: ++loads }));
    expect(loads).toBe(0);
    const [one, other] = await Promise.all([load(), load()]);
    expect(one).toBe(other);
    expect(await load()).toBe(one);
    expect(loads).toBe(1);
  });

  it('is tried again after a failure, which all who wait are told', async () => {
    let loads = 0;
    const load = loadOnce(() =>
      ++loads === 1 ? Promise.reject(new Error('unreadable')) : Promise.resolve(loads),
    );
    const first = [load(), load()];
    for (const failed of first) {
      await expect(failed).rejects.toThrow('unreadable');
    }
    expect(await load()).toBe(2);
  });
});
