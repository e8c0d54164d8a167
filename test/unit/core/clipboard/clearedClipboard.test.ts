import { beforeEach, describe, expect, it } from 'vitest';
import { ClearedClipboard } from '../../../../src/core/clipboard/clearedClipboard';
import { ManualClock } from '../../../support/manualClock';

describe('A secret on the clipboard', () => {
  let clock: ManualClock;
  let text: string;
  let fails: boolean;
  let clipboard: ClearedClipboard;

  beforeEach(() => {
    clock = new ManualClock(0);
    text = 'before';
    fails = false;
    const port = {
      read: () => (fails ? Promise.reject(new Error('denied')) : Promise.resolve(text)),
      write: (written: string) => Promise.resolve(void (text = written)),
    };
    clipboard = new ClearedClipboard(port, clock);
  });

  async function pass(seconds: number): Promise<void> {
    clock.advance(seconds * 1000);
    await new Promise(resolve => setImmediate(resolve));
  }

  it('is cleared when its time is over, and not before', async () => {
    await clipboard.copy('secret', 60);
    await pass(59);
    expect(text).toBe('secret');
    await pass(1);
    expect(text).toBe('');
    expect(clock.timers).toEqual([]);
  });

  it('stays where nobody wants it cleared', async () => {
    await clipboard.copy('secret', 0);
    expect(clock.timers).toEqual([]);
  });

  it('is left alone when something else is there by then', async () => {
    await clipboard.copy('secret', 60);
    text = 'mine';
    await pass(60);
    expect(text).toBe('mine');
  });

  it('counts anew with the next one, and clears that', async () => {
    await clipboard.copy('one', 60);
    await pass(40);
    await clipboard.copy('two', 60);
    await pass(40);
    expect(text).toBe('two');
    await pass(20);
    expect(text).toBe('');
  });

  it('is left alone by a next one that stays', async () => {
    await clipboard.copy('secret', 60);
    await clipboard.copy('secret', 0);
    await pass(60);
    expect(text).toBe('secret');
  });

  it('is left alone when the clipboard can not be read', async () => {
    await clipboard.copy('secret', 60);
    fails = true;
    await pass(60);
    expect(text).toBe('secret');
  });

  it('is left alone by a window that is closed', async () => {
    await clipboard.copy('secret', 60);
    clipboard.dispose();
    expect(clock.timers).toEqual([]);
  });
});
