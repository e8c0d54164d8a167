import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../../src/core/api/apiError';
import { UntrustedOriginError } from '../../../../src/core/programs/untrustedOriginError';
import { MissingTokenError } from '../../../../src/core/rooms/missingTokenError';
import { RefusedTokenError } from '../../../../src/core/tokens/refusedTokenError';
import { refreshProblem } from '../../../../src/display/programs/refreshProblem';
import { noon, roomOf } from '../rooms';

const { record } = roomOf({ name: 'stand-up' });
const context = { room: record, hasApiKey: false };

describe('Why a refresh for a program failed', () => {
  it.each([
    [new UntrustedOriginError(), 'untrustedApi', /agreed .* https:\/\/api\.telnyx\.com\. Refresh/],
    [new MissingTokenError('refresh', undefined, false), 'noRefreshToken', /has no refresh token/],
    [new MissingTokenError('refresh', undefined, true), 'noRefreshToken', /could no longer read/],
    [
      new RefusedTokenError({ verdict: 'refused', reason: 'expired', expiredAt: noon }),
      'unusableRefreshToken',
      /expired 12:00:00\. Get a new one/,
    ],
    [new ApiError('refused', { status: 403 }), 'refused', /room stand-up.* Enter a new refresh/],
    [new ApiError('rateLimited', { retryAfterSeconds: 7 }), 'rateLimited', /Wait 7 s/],
    [new ApiError('network'), 'network', /^api\.telnyx\.com could not be reached/],
  ])('%s has a code and says the cause and the next step', (error, code, sentence) => {
    const problem = refreshProblem(error, context, noon);
    expect(problem).toMatchObject({ name: 'TelnyxRoomsError', code });
    expect(problem?.message).toMatch(sentence);
  });

  it('is another for a sandbox that has ended', () => {
    const room = { ...record, sandbox: true };
    const problem = refreshProblem(new UntrustedOriginError(), { ...context, room }, noon);
    expect(problem?.code).toBe('sandboxStopped');
  });

  it('is not made up for what nobody expected', () => {
    expect(refreshProblem(new Error('eyJsecret'), context, noon)).toBeUndefined();
  });
});
