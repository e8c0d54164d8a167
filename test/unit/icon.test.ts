import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../scripts/manifest';

describe('The icon', () => {
  it('is a picture that a marketplace takes, and small', () => {
    const { icon } = readManifest() as { readonly icon: string };
    const bytes = readFileSync(icon);
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([256, 256]);
    expect(bytes.length).toBeLessThan(10 * 1024);
  });
});
