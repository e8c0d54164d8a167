import { describe, expect, it } from 'vitest';
import {
  defaultTokenVariable,
  isEnvVariableName,
  tokenVariablePresets,
} from '../../../../src/core/envFiles/envVariables';

describe('the name of an environment variable', () => {
  it.each(['A', '_', 'a1', 'NEXT_PUBLIC_A', '__proto__'])('may be %j', name => {
    expect(isEnvVariableName(name)).toBe(true);
  });

  it.each(['', '1', 'A-B', 'A.B', ' A', 'A ', 'A\n', 'A=', '$A', 'Ä', '#A'])(
    "can't be %j",
    name => {
      expect(isEnvVariableName(name)).toBe(false);
    },
  );

  it('is proposed, the default first', () => {
    expect(tokenVariablePresets).toEqual([
      'TELNYX_CLIENT_TOKEN',
      'VITE_TELNYX_CLIENT_TOKEN',
      'NEXT_PUBLIC_TELNYX_CLIENT_TOKEN',
    ]);
    expect(tokenVariablePresets[0]).toBe(defaultTokenVariable);
    expect(tokenVariablePresets.every(isEnvVariableName)).toBe(true);
  });
});
