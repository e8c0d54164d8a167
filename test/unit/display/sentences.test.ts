import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/core/api/apiError';
import { StorageError } from '../../../src/core/storage/storageError';
import { checkRefreshToken } from '../../../src/core/tokens/checkRefreshToken';
import { decodeToken } from '../../../src/core/tokens/decodeToken';
import { apiErrorMessage, type CallContext } from '../../../src/display/apiErrorSentence';
import { failureText } from '../../../src/display/failureText';
import { apiBaseUrlSentence } from '../../../src/display/apiBaseUrlSentence';
import { refreshTokenSentence } from '../../../src/display/refreshTokenSentence';
import { storageErrorSentence } from '../../../src/display/storageErrorSentence';
import { clientToken, otherRoomId, refreshToken, roomId } from '../../support/telnyxTokens';
import { failureKinds } from './failureKinds';
import { noon } from './rooms';

const seconds = noon / 1000;

function decoded(token: string): Pick<CallContext, 'refreshToken'> {
  const result = decodeToken(token);
  return result.ok ? { refreshToken: result.token } : {};
}

function message(error: ApiError, context: Partial<CallContext> = {}) {
  const whole = {
    roomTitle: 'Stand-up',
    roomId,
    hasApiKey: false,
    usedApiKey: false,
    sandbox: false,
    host: 'api.telnyx.com',
    ...context,
  };
  return apiErrorMessage(error, whole, noon);
}

describe('apiErrorMessage', () => {
  it.each(failureKinds)('has a sentence of its own with something to do for %s', kind => {
    const { text, remedies } = message(new ApiError(kind));
    const others = failureKinds
      .filter(other => other !== kind)
      .map(other => message(new ApiError(other)).text);
    expect(others).not.toContain(text);
    expect(text).toMatch(/^[A-Za-z].*\.$/);
    expect(remedies.length).toBeGreaterThan(0);
    expect(failureText(new ApiError(kind))).toMatch(/^(refused|failed): /);
  });

  it('says first what the refresh token tells of a 403', () => {
    const error = new ApiError('refused', { status: 403, code: '10010', requestId: 'r-1' });
    const ended = decoded(refreshToken({ iat: seconds - 60, exp: seconds - 5 }));
    expect(message(error, ended).text).toBe(
      'The refresh token expired 11:59:55. Enter a new refresh token. (Telnyx error 10010, request r-1)',
    );
    const foreign = decoded(refreshToken({ iat: seconds, exp: seconds + 60 }, otherRoomId));
    expect(message(error, foreign).text).toMatch(
      /^The refresh token belongs to room 11111111, not to room 9e2a0cbe\. /,
    );
    const good = decoded(refreshToken({ iat: seconds, exp: seconds + 60 }));
    expect(message(error, good).text).toMatch(/^Telnyx refused the refresh token of room Stand-up/);
  });

  it.each(['unauthorized', 'refused'] as const)(
    'offers the API key for %s where there is one, and only once',
    kind => {
      const error = new ApiError(kind, { status: 401 });
      expect(message(error).remedies).not.toContain('tryWithApiKey');
      expect(message(error, { hasApiKey: true }).remedies[0]).toBe('tryWithApiKey');
      expect(message(error, { hasApiKey: true, usedApiKey: true }).remedies).not.toContain(
        'tryWithApiKey',
      );
    },
  );

  it.each(['unauthorized', 'refused'] as const)(
    'offers a new pair for %s where the refresh token is to blame and there is an API key',
    kind => {
      const ended = decoded(refreshToken({ iat: seconds - 60, exp: seconds - 5 }));
      const error = new ApiError(kind, { status: 403 });
      expect(message(error, { ...ended, hasApiKey: true })).toEqual({
        text: 'The refresh token expired 11:59:55. Renew it with your API key, or enter a new refresh token. (HTTP 403)',
        remedies: ['renew', 'enterRefreshToken'],
      });
      expect(message(error, ended).remedies).toEqual(['enterRefreshToken']);
    },
  );

  it('asks for another API key when the one that was sent was not accepted', () => {
    const { text, remedies } = message(new ApiError('unauthorized', { status: 401 }), {
      hasApiKey: true,
      usedApiKey: true,
    });
    expect(text).toMatch(/did not accept the API key .* Set a new API key\./);
    expect(remedies[0]).toBe('setApiKey');
  });

  it.each([
    [{ status: 403, code: '10010', requestId: 'r-1' }, ' (Telnyx error 10010, request r-1)'],
    [{ status: 502 }, ' (HTTP 502)'],
    [{ systemCode: 'ECONNREFUSED' }, ' (ECONNREFUSED)'],
    [{}, ''],
  ])('ends with what support asks for: %j', (facts, expected) => {
    const { text } = message(new ApiError('server', facts));
    expect(text.slice(message(new ApiError('server')).text.length)).toBe(expected);
  });

  it('says how long to wait', () => {
    expect(message(new ApiError('rateLimited', { retryAfterSeconds: 7 })).text).toContain(
      'Wait 7 s',
    );
  });

  it('knows that a sandbox ends with its window', () => {
    expect(message(new ApiError('network'), { sandbox: true })).toEqual({
      text: 'The sandbox of this room has stopped. Start it again for a new room.',
      remedies: ['trySandbox'],
    });
  });
});

describe('refreshTokenSentence', () => {
  const life = { iat: seconds, exp: seconds + 60 };
  const sentence = (token: string) =>
    refreshTokenSentence(checkRefreshToken(token, roomId, noon), roomId, noon);

  it('is silent about a good token', () => {
    expect(sentence(refreshToken(life))).toBeUndefined();
  });

  it.each([
    ['nothing', '', /^Paste the refresh token/],
    ['a paste gone wrong', 'two words', /Copy it again\.$/],
    ['something opaque', 'opaque', /does not decode as a JWT/],
    ['a client token', clientToken(life), /looks like a client token/],
    [
      'an expired one',
      refreshToken({ iat: 0, exp: seconds - 5 }),
      /expired 11:59:55\. Get a new one/,
    ],
    [
      'a foreign one',
      refreshToken(life, otherRoomId),
      /is for room 11111111, not for room 9e2a0cbe/,
    ],
  ])('says what is wrong with %s', (_name, token, expected) => {
    expect(sentence(token)).toMatch(expected);
  });
});

describe('apiBaseUrlSentence', () => {
  it.each([
    ['notAUrl', 'https://api.telnyx.com/v2'],
    ['notSecure', 'https://'],
    ['hasCredentials', 'user name or password'],
    ['hasQuery', 'query or fragment'],
  ] as const)('names the setting and what to write for %s', (reason, part) => {
    const sentence = apiBaseUrlSentence(reason);
    expect(sentence).toMatch(/^The setting telnyxRooms\.apiBaseUrl .*\.$/);
    expect(sentence).toContain(part);
  });
});

describe('storageErrorSentence', () => {
  it.each([
    ['secrets', 'silent', /did not answer within 10 s\. Unlock the system's keyring .*try again/],
    ['secrets', 'refused', /failed\. Check that the system's keyring works .*try again/],
    ['state', 'silent', /could not save .* within 10 s\. Check that the disk .*try again/],
    ['state', 'refused', /could not save .* rooms\. Check that the disk .*try again/],
  ] as const)('says the cause and the next step: %s %s', (store, reason, says) => {
    expect(storageErrorSentence(new StorageError(store, reason))).toMatch(says);
  });
});
