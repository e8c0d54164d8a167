import { expect, it } from 'vitest';
import { launchFileSentence } from '../../../../src/display/launch/launchFileSentence';

it.each([
  [{ kind: 'syntax', code: 'CommaExpected' } as const, 'comma expected'],
  [{ kind: 'notAnObject', what: 'env' } as const, 'the env must be an object'],
  [{ kind: 'notAList', what: 'inputs' } as const, '"inputs" must be a list'],
])('What is wrong with launch.json is said, and where: %j', (reason, says) => {
  expect(launchFileSentence({ line: 3, column: 19, reason })).toBe(
    `launch.json can't be changed: line 3, column 19: ${says}. Correct it and try again.`,
  );
});
