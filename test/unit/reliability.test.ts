import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

it('docs/reliability.md names tests that are there', async () => {
  const text = await readFile('docs/reliability.md', 'utf8');
  const named = text.match(/\b(?:unit|integration|e2e|package)\/[\w/]*\w/g) ?? [];
  expect(named.length).toBeGreaterThan(60);
  const there = (name: string) => existsSync(`test/${name}.test.ts`) || existsSync(`test/${name}`);
  expect(named.filter(name => !there(name))).toEqual([]);
});
