import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readCapped } from '../../../src/net/readCapped';

const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('readCapped', () => {
  it('reads up to the limit, and nothing beyond', async () => {
    expect(await readCapped(Readable.from([bytes('ab'), bytes('cd')]), 4)).toBe('abcd');
    expect(await readCapped(Readable.from([bytes('ab'), bytes('cde')]), 4)).toBeUndefined();
    expect(await readCapped(Readable.from([]), 4)).toBe('');
  });

  it('puts together a character that came in two parts', async () => {
    const [first, ...rest] = bytes('😀');
    expect(await readCapped(Readable.from([Buffer.from([first ?? 0]), Buffer.from(rest)]), 4)).toBe(
      '😀',
    );
  });

  it('ends a body that has no end', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) {
          yield bytes('x'.repeat(100));
        }
      })(),
    );
    expect(await readCapped(endless, 1000)).toBeUndefined();
    expect(endless.destroyed).toBe(true);
  });
});
