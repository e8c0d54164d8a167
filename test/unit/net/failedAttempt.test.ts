import { describe, expect, it } from 'vitest';
import { failedAttempt } from '../../../src/net/failedAttempt';

const open = new AbortController().signal;

function errorWith(code: unknown, more: object = {}): Error {
  return Object.assign(new Error('KEY-in-the-message'), { code }, more);
}

describe('failedAttempt', () => {
  it.each([
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout', true],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout', false],
    ['ETIMEDOUT', 'timeout', false],
    ['ECONNRESET', 'network', false],
    ['UND_ERR_SOCKET', 'network', false],
    ['CERT_HAS_EXPIRED', 'certificate', true],
    ['CERT_NOT_YET_VALID', 'certificate', true],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate', true],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate', true],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate', true],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate', true],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'network', false],
  ])('%s is a %s failure; nothing was sent: %s', (code, failure, unsent) => {
    expect(failedAttempt(errorWith(code), open)).toEqual({
      ok: false,
      failure,
      systemCode: code,
      unsent,
    });
  });

  it.each([
    [errorWith('ETIMEDOUT', { syscall: 'connect' }), true],
    [errorWith('ETIMEDOUT', { syscall: 'read' }), false],
    [errorWith('EAI_AGAIN', { syscall: 'getaddrinfo' }), true],
    [errorWith('ECONNRESET', { syscall: 'write' }), false],
  ])('knows from the system call whether anything was sent: %o', (error, unsent) => {
    expect(failedAttempt(error, open)).toMatchObject({ unsent });
    expect(failedAttempt(error, open, true)).toMatchObject({ unsent: true });
  });

  it('takes a bundle of errors for unsent only when each of them is', () => {
    const refused = errorWith('ECONNREFUSED', { syscall: 'connect' });
    const reset = errorWith('ECONNRESET', { syscall: 'read' });
    const bundle = (...errors: Error[]) =>
      Object.assign(new AggregateError(errors), { code: 'ECONNREFUSED' });
    expect(failedAttempt(bundle(refused, refused), open)).toMatchObject({ unsent: true });
    expect(failedAttempt(bundle(refused, reset), open)).toMatchObject({ unsent: false });
    expect(failedAttempt(bundle(), open)).toMatchObject({ unsent: false });
  });

  it('reads the status of a proxy, and nothing else, from the message', () => {
    const error = errorWith('UND_ERR_ABORTED', {
      message: 'Proxy response (407) !== 200 when HTTP Tunneling',
    });
    const expected = { ok: false, failure: 'proxy', proxyStatus: 407, unsent: true };
    expect(failedAttempt(error, open)).toEqual(expected);
    expect(failedAttempt(new TypeError('fetch failed', { cause: error }), open)).toEqual(expected);
    const other = errorWith('ECONNRESET', { message: 'Proxy response (407)' });
    expect(failedAttempt(other, open)).toMatchObject({ failure: 'network', unsent: false });
  });

  it('looks for the code inside of what wraps it', () => {
    const inner = errorWith('ECONNREFUSED', { syscall: 'connect' });
    for (const outer of [new Error('fetch', { cause: inner }), new AggregateError([inner, 1])]) {
      expect(failedAttempt(outer, open)).toMatchObject({ systemCode: 'ECONNREFUSED' });
    }
  });

  it.each([[errorWith('[x](command:y)')], [errorWith(20)], [undefined], ['text'], [new Error()]])(
    'keeps nothing of an error without a code: %s',
    error => {
      const outcome = failedAttempt(error, open);
      expect(outcome).toEqual({ ok: false, failure: 'network', unsent: false });
    },
  );

  it('says what ended the call rather than what that looked like', async () => {
    const error = errorWith('ECONNREFUSED', { syscall: 'connect' });
    const cancelled = { ok: false, failure: 'cancelled', unsent: false };
    expect(failedAttempt(error, AbortSignal.abort())).toEqual(cancelled);
    expect(failedAttempt(error, AbortSignal.abort('enough'))).toEqual(cancelled);
    const limit = AbortSignal.timeout(1);
    await new Promise(resolve => limit.addEventListener('abort', resolve));
    const timeout = { ok: false, failure: 'timeout', unsent: false };
    expect(failedAttempt(error, AbortSignal.any([open, limit]))).toEqual(timeout);
  });
});
