import { describe, expect, it } from 'vitest';
import { ProgramError } from '../../../../src/core/programs/programError';
import { namedRoom } from '../../../../src/display/programs/namedRoom';
import { makeJwt } from '../../../support/makeJwt';
import { otherRoomId, roomId } from '../../../support/telnyxTokens';
import { roomOf } from '../rooms';

const here = roomOf();
const sandbox = roomOf({ baseUrl: 'http://127.0.0.1:8080/v2', sandbox: true });

function failure(...given: Parameters<typeof namedRoom>): ProgramError {
  try {
    namedRoom(...given);
  } catch (error) {
    if (error instanceof ProgramError) {
      return error;
    }
  }
  throw new Error('It did not fail as expected.');
}

describe('A room that a program names', () => {
  it('is found by its id, in any case', () => {
    expect(namedRoom([here], roomId, undefined)).toBe(here);
    expect(namedRoom([here], roomId.toUpperCase(), undefined)).toBe(here);
  });

  it('is found by its id and its API where two APIs have that id', () => {
    expect(namedRoom([here, sandbox], roomId, 'http://127.0.0.1:8080')).toBe(sandbox);
    const { code, message } = failure([here, sandbox], roomId, undefined);
    expect(code).toBe('ambiguousRoom');
    expect(message).toContain('https://api.telnyx.com and http://127.0.0.1:8080');
  });

  it('is not there', () => {
    expect(failure([here], otherRoomId, undefined).code).toBe('unknownRoom');
    expect(failure([here], roomId, 'https://example.com').code).toBe('unknownRoom');
  });

  it.each([
    [undefined, undefined],
    [{ id: roomId }, undefined],
    ['stand-up', undefined],
    [makeJwt({ secret: true }), undefined],
    [roomId, 7],
    [roomId, null],
  ])('is not named by %j at %j, and nothing of it is quoted', (id, apiOrigin) => {
    const { code, message } = failure([here], id, apiOrigin);
    expect(code).toBe('invalidArgument');
    expect(message).not.toMatch(/eyJ|stand-up/);
  });
});
