import { expect } from 'vitest';
import { problemsOf, type ShownText } from '../../support/hostile/inertText';

/** Fails where a shown text is too long, does anything, hides anything, or quotes a secret. */
export function expectInert(shown: ShownText): void {
  expect(problemsOf(shown)).toEqual([]);
}
