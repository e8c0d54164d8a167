import { expect } from 'vitest';
import type { Answer } from './sandboxClient';

/** Asserts an error envelope in full: status, code, where the mistake is, and the general form. */
export function expectError(
  answer: Answer,
  status: number,
  code: string,
  source?: { pointer: string } | { parameter: string },
): void {
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect({ status: answer.status, json: answer.json }).toEqual({
    status,
    json: {
      errors: [
        {
          code,
          title: expect.stringMatching(/\S/) as string,
          detail: expect.stringMatching(/\S/) as string,
          ...(source && { source }),
          meta: { url: expect.stringMatching(new RegExp(`^https://.*/${code}$`)) as string },
        },
      ],
    },
  });
}
