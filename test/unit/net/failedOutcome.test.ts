import { describe, expect, it } from 'vitest';
import { failedOutcome } from '../../../src/net/failedOutcome';

const open = () => new AbortController().signal;
const aborted = AbortSignal.abort();

function errorWith(code: unknown, options?: ErrorOptions): Error {
  return Object.assign(new Error('KEY-in-the-message', options), { code });
}

describe('failedOutcome', () => {
  it.each([
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['ETIMEDOUT', 'timeout'],
    ['ECONNREFUSED', 'network'],
    ['ENOTFOUND', 'network'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'network'],
  ])('%s is a %s failure', (code, failure) => {
    expect(failedOutcome(errorWith(code), open(), open())).toEqual({
      ok: false,
      failure,
      systemCode: code,
    });
  });

  it('looks for the code inside of what wraps it', () => {
    const inner = errorWith('ECONNREFUSED');
    for (const outer of [new Error('fetch', { cause: inner }), new AggregateError([inner, 1])]) {
      expect(failedOutcome(outer, open(), open())).toMatchObject({ systemCode: 'ECONNREFUSED' });
    }
  });

  it.each([[errorWith('[x](command:y)')], [errorWith(20)], [undefined], ['text'], [new Error()]])(
    'keeps nothing of an error without a code: %s',
    error => {
      expect(failedOutcome(error, open(), open())).toEqual({ ok: false, failure: 'network' });
    },
  );

  it('says cancelled before timeout, and timeout before what the abort looks like', () => {
    const error = errorWith('ABORT_ERR');
    expect(failedOutcome(error, aborted, aborted)).toEqual({ ok: false, failure: 'cancelled' });
    expect(failedOutcome(error, open(), aborted)).toEqual({ ok: false, failure: 'timeout' });
  });
});
