import { ok } from 'node:assert/strict';

/** Chance does not bring so many characters of a secret together. */
const stretch = 8;

/** Fails when any part of a secret stands in a text. It quotes neither. */
export function expectNoTrace(secret: string, text: string): void {
  const parts = secret.split('.').filter(part => part !== '');
  ok(
    parts.every(part => part.length >= stretch),
    'the secret is long enough to be looked for',
  );
  const stretches = parts.flatMap(part =>
    Array.from({ length: part.length - stretch + 1 }, (_, start) =>
      part.slice(start, start + stretch),
    ),
  );
  ok(!stretches.some(part => text.includes(part)), 'a part of the secret is there to be read');
}
