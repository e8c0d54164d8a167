import { describe, expect, it } from 'vitest';
import { Turns } from '../../../src/core/turns';

describe('Turns', () => {
  it('does one thing after the other, whatever came of it', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    let end: (() => void) | undefined;
    const first = turns.take(async () => {
      seen.push('first');
      await new Promise<void>(resolve => (end = resolve));
      seen.push('first ended');
      throw new Error('first');
    });
    const second = turns.take(() => Promise.resolve(seen.push('second')));
    await Promise.resolve();
    expect(seen).toEqual(['first']);
    end?.();
    await expect(first).rejects.toThrow('first');
    await expect(second).resolves.toBe(3);
    expect(seen).toEqual(['first', 'first ended', 'second']);
  });
});
