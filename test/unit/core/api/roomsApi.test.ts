import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorKind } from '../../../../src/core/api/apiError';
import { RoomsApi } from '../../../../src/core/api/roomsApi';
import { TrustedOrigins } from '../../../../src/core/api/trustedOrigins';
import { ManualClock } from '../../../support/manualClock';
import { MemoryState } from '../../../support/memoryState';
import { ScriptedTransport } from '../../../support/scriptedTransport';
import { roomId } from '../../../support/telnyxTokens';

const baseUrl = 'https://api.telnyx.com/v2';
const call = { baseUrl, roomId, refreshToken: 'refresh.to.ken', ttlSeconds: 90 };
const now = Date.parse('2026-11-23T12:00:00Z');
const { signal } = new AbortController();

describe('RoomsApi', () => {
  let transport: ScriptedTransport;
  let api: RoomsApi;

  beforeEach(() => {
    transport = new ScriptedTransport();
    api = new RoomsApi(transport, new TrustedOrigins(new MemoryState()), new ManualClock(now));
  });

  afterEach(() => transport.verify());

  async function errorOf(work: Promise<unknown>): Promise<ApiError> {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ApiError);
    return error as ApiError;
  }

  describe('refreshClientToken', () => {
    it('sends the refresh token and the TTL, and no API key', async () => {
      transport.answer(201, { data: { token: 'a.b.c', token_expires_at: '2026-11-23T12:01:30Z' } });
      expect(await api.refreshClientToken(call, signal)).toEqual({
        token: 'a.b.c',
        expiresAt: now + 90_000,
      });
      expect(transport.requests).toEqual([
        {
          method: 'POST',
          url: `${baseUrl}/rooms/${roomId}/actions/refresh_client_token`,
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          body: '{"token_ttl_secs":90,"refresh_token":"refresh.to.ken"}',
        },
      ]);
    });

    it('sends the API key when it is told to', async () => {
      transport.answer(201, { data: { token: 'a.b.c' } });
      await api.refreshClientToken({ ...call, apiKey: 'KEY123' }, signal);
      expect(transport.requests[0]?.headers['authorization']).toBe('Bearer KEY123');
    });

    it('sends nothing to an origin that nobody has agreed to', async () => {
      const stranger = { ...call, baseUrl: 'https://api.telnyx.com.evil.example/v2' };
      await expect(api.refreshClientToken(stranger, signal)).rejects.toThrow(/agreed/);
      expect(transport.requests).toEqual([]);
    });

    it('takes no token out of a redirect', async () => {
      transport.answer(302, { data: { token: 'a.b.c' } }, { location: 'https://evil.example' });
      expect((await errorOf(api.refreshClientToken(call, signal))).kind).toBe('badResponse');
    });

    it.each([['soon'], [42], [null], [{ toString: 1 }]])(
      'does without the expiry %j',
      async expiry => {
        transport.answer(201, { data: { token: 'a.b.c', token_expires_at: expiry } });
        expect(await api.refreshClientToken(call, signal)).toEqual({ token: 'a.b.c' });
      },
    );

    it.each([
      ['HTML', '<html></html>'],
      ['nothing', ''],
      ['JSON that is cut short', '{"data":{"token":"a.b'],
      ['null', 'null'],
      ['no data', { meta: {} }],
      ['no token', { data: { token_expires_at: '2026-11-23T12:01:30Z' } }],
      ['a token that is no text', { data: { token: 42 } }],
      ['an empty token', { data: { token: '' } }],
      ['a token with a line break', { data: { token: 'a\nb' } }],
      ['a token without end', { data: { token: 'x'.repeat(16_385) } }],
    ])('takes no answer of %s', async (_name, body) => {
      transport.answer(201, body);
      expect((await errorOf(api.refreshClientToken(call, signal))).kind).toBe('badResponse');
    });
  });

  describe('errors', () => {
    it.each<[number, ApiErrorKind]>([
      [401, 'unauthorized'],
      [403, 'refused'],
      [404, 'notFound'],
      [400, 'invalid'],
      [422, 'invalid'],
      [418, 'invalid'],
      [429, 'rateLimited'],
      [500, 'server'],
      [503, 'server'],
      [302, 'badResponse'],
      [199, 'badResponse'],
    ])('status %i is %s', async (status, kind) => {
      transport.answer(status, { errors: [{ code: '10010' }] }, { 'x-request-id': 'abc-123' });
      expect(await errorOf(api.refreshClientToken(call, signal))).toMatchObject({
        kind,
        facts: { status, code: '10010', requestId: 'abc-123' },
      });
    });

    it.each([
      ['network', 'network'],
      ['timeout', 'timeout'],
      ['cancelled', 'cancelled'],
      ['tooLarge', 'badResponse'],
    ] as const)('a transport failure %s is %s', async (failure, kind) => {
      transport.fail(failure, 'ECONNREFUSED');
      expect(await errorOf(api.refreshClientToken(call, signal))).toMatchObject({
        kind,
        facts: { systemCode: 'ECONNREFUSED' },
      });
    });

    it.each([
      ['seconds', '7', 7],
      ['a date', 'Mon, 23 Nov 2026 12:00:30 GMT', 30],
      ['a date in the past', 'Mon, 23 Nov 2026 11:00:00 GMT', 0],
      ['nonsense', 'soon', undefined],
    ])('reads Retry-After as %s', async (_name, header, seconds) => {
      transport.answer(429, '', { 'retry-after': header });
      const { facts } = await errorOf(api.refreshClientToken(call, signal));
      expect(facts.retryAfterSeconds).toBe(seconds);
    });

    it.each([
      ['no list', { errors: { code: '10010' } }],
      ['an empty list', { errors: [] }],
      ['no object', { errors: [null] }],
      ['a code that is no number', { errors: [{ code: '10010; rm' }] }],
      ['a code that is no text', { errors: [{ code: { toString: 1 } }] }],
      ['null', null],
    ])('do without a code where the envelope holds %s', async (_name, body) => {
      transport.answer(403, body);
      const error = await errorOf(api.refreshClientToken(call, signal));
      expect(error.facts).toEqual({ status: 403 });
    });

    it('never hold what the server wrote', async () => {
      const text = '[click](command:x) refresh.to.ken';
      transport.answer(
        422,
        { errors: [{ code: text, title: text, detail: text }] },
        { 'x-request-id': text },
      );
      const error = await errorOf(api.refreshClientToken(call, signal));
      expect(error.facts).toEqual({ status: 422 });
      expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('click');
      expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('refresh.to.ken');
    });
  });

  describe('countRooms', () => {
    it('asks for one room with the key, and reads how many there are', async () => {
      transport.answer(200, { data: [{}], meta: { total_results: 12 } });
      expect(await api.countRooms(baseUrl, 'KEY123', signal)).toBe(12);
      expect(transport.requests).toEqual([
        {
          method: 'GET',
          url: `${baseUrl}/rooms?page%5Bsize%5D=1`,
          headers: { accept: 'application/json', authorization: 'Bearer KEY123' },
        },
      ]);
    });

    it('counts what came when there is no total', async () => {
      transport.answer(200, { data: [{}] });
      expect(await api.countRooms(baseUrl, 'KEY123', signal)).toBe(1);
    });

    it('takes no other answer for a yes', async () => {
      transport.answer(200, { ok: true });
      expect((await errorOf(api.countRooms(baseUrl, 'KEY123', signal))).kind).toBe('badResponse');
    });
  });
});
