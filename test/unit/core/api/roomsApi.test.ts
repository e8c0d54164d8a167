import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorKind } from '../../../../src/core/api/apiError';
import { RateLimits } from '../../../../src/core/api/rateLimits';
import { RoomsApi } from '../../../../src/core/api/roomsApi';
import { TrustedOrigins } from '../../../../src/core/api/trustedOrigins';
import { ServerClocks } from '../../../../src/core/time/serverClocks';
import { ManualClock } from '../../../support/manualClock';
import { MemoryState } from '../../../support/memoryState';
import { ScriptedTransport } from '../../../support/scriptedTransport';
import { otherRoomId, roomId } from '../../../support/telnyxTokens';

const baseUrl = 'https://api.telnyx.com/v2';
const call = { baseUrl, roomId, refreshToken: 'refresh.to.ken', ttlSeconds: 90 };
const now = Date.parse('2026-11-23T12:00:00Z');
const { signal } = new AbortController();

describe('RoomsApi', () => {
  let transport: ScriptedTransport;
  let api: RoomsApi;
  let clocks: ServerClocks;

  beforeEach(() => {
    transport = new ScriptedTransport();
    const clock = new ManualClock(now);
    clocks = new ServerClocks(clock);
    api = new RoomsApi(
      transport,
      new TrustedOrigins(new MemoryState()),
      clocks,
      new RateLimits(clock),
    );
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

    it('takes an expiry without a zone for UTC, as all times of the API are', async () => {
      transport.answer(201, { data: { token: 'a.b.c', token_expires_at: '2026-11-23T12:01:30' } });
      const { expiresAt } = await api.refreshClientToken(call, signal);
      expect(expiresAt).toBe(now + 90_000);
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

    it.each([
      '',
      '..',
      '../../v2/messages',
      `${roomId}/../${otherRoomId}`,
      `${roomId}?x=1`,
      `${roomId}#`,
      `${roomId} `,
      roomId.toUpperCase(),
      roomId.replaceAll('-', '%2d'),
      `${roomId}\r\nx-evil: 1`,
    ])('sends nothing to a path that the id %j would make', async id => {
      const strange = { ...call, roomId: id };
      await expect(api.refreshClientToken(strange, signal)).rejects.toThrow(/no UUID/);
      const pair = { ...strange, apiKey: 'KEY123', refreshTtlSeconds: 60 };
      await expect(api.generateTokens(pair, signal)).rejects.toThrow(/no UUID/);
      expect(transport.requests).toEqual([]);
    });

    it.each([['soon'], ['2026'], ['1 January 2026'], [42], [null], [{ toString: 1 }]])(
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

    it('a proxy that refuses is known by its status', async () => {
      transport.answerEach(() => ({ ok: false, failure: 'proxy', proxyStatus: 407 }));
      const { kind, facts } = await errorOf(api.refreshClientToken(call, signal));
      expect({ kind, facts }).toEqual({ kind: 'proxy', facts: { status: 407 } });
    });

    it.each([
      ['network', 'network'],
      ['certificate', 'certificate'],
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

  describe('listRooms', () => {
    const page = { baseUrl, apiKey: 'KEY123', pageSize: 1 };

    it('asks for one room with the key, and reads how many there are', async () => {
      transport.answer(200, { data: [{}], meta: { total_results: 12 } });
      expect((await api.listRooms(page, signal)).total).toBe(12);
      expect(transport.requests).toEqual([
        {
          method: 'GET',
          url: `${baseUrl}/rooms?page%5Bsize%5D=1`,
          headers: { accept: 'application/json', authorization: 'Bearer KEY123' },
        },
      ]);
    });

    it('asks for a page, and for a name', async () => {
      transport.answer(200, { data: [] });
      await api.listRooms({ ...page, pageSize: 250, page: 2, uniqueName: 'a & b' }, signal);
      const { searchParams } = new URL(transport.requests[0]?.url ?? '');
      expect([...searchParams]).toEqual([
        ['page[size]', '250'],
        ['page[number]', '2'],
        ['filter[unique_name]', 'a & b'],
      ]);
    });

    it('reads rooms, and leaves out what is none', async () => {
      const live = { id: roomId.toUpperCase(), unique_name: 'stage', active_session_id: 's1' };
      const recorded = { id: otherRoomId, enable_recording: true, active_session_id: null };
      transport.answer(200, { data: [live, recorded, { id: '../../rooms' }, 'room', null] });
      expect((await api.listRooms(page, signal)).rooms).toEqual([
        { id: roomId, name: 'stage', live: true, recording: false },
        { id: otherRoomId, live: false, recording: true },
      ]);
    });

    it.each([
      [{ data: [{}], meta: { page_number: 1, total_pages: 2 } }, true],
      [{ data: [{}], meta: { page_number: 2, total_pages: 2 } }, false],
      [{ data: [{}] }, true],
      [{ data: [] }, false],
    ])('tells from %j whether there is more', async (body, hasMore) => {
      transport.answer(200, body);
      expect((await api.listRooms(page, signal)).hasMore).toBe(hasMore);
    });

    it('takes no other answer for a yes', async () => {
      transport.answer(200, { ok: true });
      expect((await errorOf(api.listRooms(page, signal))).kind).toBe('badResponse');
    });
  });

  describe('generateTokens', () => {
    const generate = {
      baseUrl,
      apiKey: 'KEY123',
      roomId,
      ttlSeconds: 60,
      refreshTtlSeconds: 14_400,
    };

    it('asks for a pair with the key, and reads both with their ends', async () => {
      transport.answer(201, {
        data: {
          token: 'a.b.c',
          token_expires_at: '2026-11-23T12:01:00Z',
          refresh_token: 'd.e.f',
          refresh_token_expires_at: '2026-11-23T16:00:00Z',
        },
      });
      expect(await api.generateTokens(generate, signal)).toEqual({
        client: { token: 'a.b.c', expiresAt: now + 60_000 },
        refresh: { token: 'd.e.f', expiresAt: now + 14_400_000 },
      });
      expect(transport.requests).toEqual([
        {
          method: 'POST',
          url: `${baseUrl}/rooms/${roomId}/actions/generate_join_client_token`,
          headers: {
            accept: 'application/json',
            authorization: 'Bearer KEY123',
            'content-type': 'application/json',
          },
          body: '{"token_ttl_secs":60,"refresh_token_ttl_secs":14400}',
        },
      ]);
    });

    it.each([{ token: 'a.b.c' }, { refresh_token: 'd.e.f' }, { token: 'a b', refresh_token: 'd' }])(
      'is content with nothing less than a pair: %j',
      async data => {
        transport.answer(201, { data });
        expect((await errorOf(api.generateTokens(generate, signal))).kind).toBe('badResponse');
      },
    );
  });

  describe('createRoom', () => {
    it('makes a room of this name', async () => {
      transport.answer(201, { data: { id: roomId, unique_name: 'stage' } });
      const room = await api.createRoom({ baseUrl, apiKey: 'KEY123', name: 'stage' }, signal);
      expect(room).toEqual({ id: roomId, name: 'stage', live: false, recording: false });
      expect(transport.requests[0]).toMatchObject({
        method: 'POST',
        url: `${baseUrl}/rooms`,
        body: '{"unique_name":"stage"}',
      });
    });
  });

  it('learns what time it is for the API', async () => {
    transport.answer(200, { data: [] }, { date: new Date(now + 180_000).toUTCString() });
    await api.listRooms({ baseUrl, apiKey: 'KEY123', pageSize: 1 }, signal);
    expect(clocks.now(baseUrl)).toBe(now + 180_500);
  });
});
