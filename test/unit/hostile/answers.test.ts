import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/core/api/apiError';
import { RateLimits } from '../../../src/core/api/rateLimits';
import { RoomsApi } from '../../../src/core/api/roomsApi';
import { TrustedOrigins } from '../../../src/core/api/trustedOrigins';
import { AccountRooms } from '../../../src/core/rooms/accountRooms';
import { ServerClocks } from '../../../src/core/time/serverClocks';
import { apiErrorMessage } from '../../../src/display/apiErrorSentence';
import { failureText } from '../../../src/display/failureText';
import { hostileTexts, quotedApiKey } from '../../support/hostile/hostileTexts';
import { ManualClock } from '../../support/manualClock';
import { MemoryState } from '../../support/memoryState';
import { ScriptedTransport } from '../../support/scriptedTransport';
import { otherRoomId, roomId } from '../../support/telnyxTokens';
import { expectInert } from './expectInert';

const baseUrl = 'https://api.telnyx.com/v2';
const now = Date.parse('2026-11-23T12:00:00Z');
const { signal } = new AbortController();
const listing = { baseUrl, apiKey: 'KEY123', pageSize: 250 };

let transport: ScriptedTransport;
let clocks: ServerClocks;
let limits: RateLimits;
let api: RoomsApi;

beforeEach(() => {
  transport = new ScriptedTransport();
  const clock = new ManualClock(now);
  clocks = new ServerClocks(clock);
  limits = new RateLimits(clock);
  api = new RoomsApi(transport, new TrustedOrigins(new MemoryState()), clocks, limits);
});

/** The four calls, each answered by what was planned last. */
const calls: Readonly<Record<string, () => Promise<unknown>>> = {
  refresh: () =>
    api.refreshClientToken({ baseUrl, roomId, refreshToken: 'a.b.c', ttlSeconds: 60 }, signal),
  generate: () =>
    api.generateTokens({ ...listing, roomId, ttlSeconds: 60, refreshTtlSeconds: 60 }, signal),
  'list rooms': () => api.listRooms(listing, signal),
  'create a room': () => api.createRoom({ ...listing, name: 'x' }, signal),
};

function callOf(name: string): () => Promise<unknown> {
  const call = calls[name];
  if (call === undefined) {
    throw new Error(`no call ${name}`);
  }
  return call;
}

/** The error of a call, if it failed; whatever else is thrown fails the test. */
async function failureOf(call: () => Promise<unknown>): Promise<ApiError | undefined> {
  const [outcome] = await Promise.allSettled([call()]);
  if (outcome.status === 'fulfilled') {
    return undefined;
  }
  expect(outcome.reason).toBeInstanceOf(ApiError);
  return outcome.reason as ApiError;
}

function saidOf(error: ApiError): readonly string[] {
  const context = {
    roomTitle: '9e2a0cbe',
    roomId,
    hasApiKey: true,
    usedApiKey: true,
    sandbox: false,
    host: 'api.telnyx.com',
  };
  return [
    apiErrorMessage(error, context, clocks.now(baseUrl)).text,
    failureText(error),
    error.message,
  ];
}

/** Bodies with a good status that are not what the API promises. */
const bodies: Readonly<Record<string, string>> = {
  nothing: '',
  'a blank': ' ',
  null: 'null',
  true: 'true',
  'a number': '42',
  'a text': '"data"',
  'an array': '[]',
  'an empty object': '{}',
  HTML: '<!doctype html><title>Sign in</title>',
  'half an answer': '{"data":{"token":"eyJ',
  'two answers': '{"data":{}}{"data":{}}',
  'data as null': '{"data":null}',
  'data as a text': '{"data":"token"}',
  'data as a number': '{"data":1e400}',
  'data as an array of arrays': '{"data":[[[]]]}',
  'data under a prototype': '{"__proto__":{"data":{"token":"a.b.c","refresh_token":"a.b.c"}}}',
  'a token under a prototype': '{"data":{"__proto__":{"token":"a.b.c","refresh_token":"d.e.f"}}}',
  'a token as a number': '{"data":{"token":1,"refresh_token":2}}',
  'a token as an array': '{"data":{"token":["a.b.c"],"refresh_token":["a.b.c"]}}',
  'a token as an object': '{"data":{"token":{"toString":1},"refresh_token":{"length":5}}}',
  'an empty token': '{"data":{"token":"","refresh_token":""}}',
  'a token with a line break': '{"data":{"token":"a.b.c\\r\\nX-Evil: 1","refresh_token":"a\\nb"}}',
  'a token with a blank': '{"data":{"token":"a b","refresh_token":"c d"}}',
  'a token of 17 KB': `{"data":{"token":"${'x'.repeat(17_000)}","refresh_token":"y"}}`,
  'half a million arrays in each other': `{"data":${'['.repeat(500_000)}${']'.repeat(500_000)}}`,
  'half a million arrays without an end': '['.repeat(1_000_000),
  'a hundred thousand objects in each other': `${'{"data":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  'duplicate data, the last of no use':
    '{"data":{"token":"a.b.c","refresh_token":"d.e.f"},"data":0}',
};

describe.each(Object.entries(bodies))('An answer of %s', (_name, body) => {
  it.each(Object.keys(calls))('to the call "%s" is told from a real one', async name => {
    transport.answer(200, body);
    const error = await failureOf(callOf(name));
    if (name === 'list rooms' && body.startsWith('{"data":[[[')) {
      // A list, if one without a room.
      expect(error).toBeUndefined();
      return;
    }
    expect(error?.kind).toBe('badResponse');
    saidOf(error ?? new ApiError('network')).forEach(text =>
      expectInert({ where: 'an error', text, longest: 400 }),
    );
  });
});

describe('An answer that is an error', () => {
  it.each(Object.entries(hostileTexts))('says nothing of its own: %s', async (_name, text) => {
    const envelope = {
      errors: [
        { code: text, title: text, detail: text, source: { pointer: text }, meta: { url: text } },
      ],
    };
    // Any word may be the id of a request, but for a key.
    const isWord = /^\w+$/.test(text) && text !== quotedApiKey;
    const headers = {
      'x-request-id': isWord ? '' : text,
      'retry-after': text,
      date: text,
      location: text,
    };
    for (const status of [400, 401, 403, 404, 422, 429, 500, 302, 204, 599]) {
      transport.answer(status, envelope, headers);
      const error = await failureOf(callOf('refresh'));
      expect(error).toBeInstanceOf(ApiError);
      for (const said of saidOf(error ?? new ApiError('network'))) {
        expectInert({ where: 'an error', text: said, longest: 400 });
        expect(said).not.toMatch(/NaN|undefined|Infinity|\[object|evil/);
        expect(text.length < 8 || !said.includes(text)).toBe(true);
      }
    }
    expect(clocks.offset(baseUrl)).toBe(0);
  });

  it.each([
    ['{"errors":null}'],
    ['{"errors":"10010"}'],
    ['{"errors":[]}'],
    ['{"errors":[null]}'],
    ['{"errors":[{"code":null}]}'],
    ['{"errors":[{"code":1e400}]}'],
    ['{"errors":[{"code":-10010}]}'],
    ['{"errors":[{"code":10010.5}]}'],
    ['{"errors":[{"code":{"toString":1}}]}'],
    ['{"errors":[{"code":"10010\\n[x](command:y)"}]}'],
    [`{"errors":[{"code":${'['.repeat(200_000)}${']'.repeat(200_000)}}]}`],
    ['{"__proto__":{"errors":[{"code":"10010"}]}}'],
    ['{"errors":{"0":"x","length":1e9}}'],
  ])('has no code where it is none: %j', async body => {
    transport.answer(403, body);
    const error = await failureOf(callOf('refresh'));
    expect(error).toMatchObject({ kind: 'refused', facts: { status: 403 } });
    expect(error?.facts.code).toBeUndefined();
  });
});

describe('Rooms of an answer', { timeout: 60_000 }, () => {
  /** What an id of an answer can do to the path of the request that is made for its room. */
  async function pathsAfter(id: unknown): Promise<readonly string[]> {
    transport = new ScriptedTransport();
    api = new RoomsApi(transport, new TrustedOrigins(new MemoryState()), clocks, limits);
    transport.answer(200, { data: [{ id, unique_name: 'x' }] });
    const { rooms } = await api.listRooms(listing, signal);
    for (const room of rooms) {
      transport.answer(201, { data: { token: 'a.b.c' } });
      await api.refreshClientToken(
        { baseUrl, roomId: room.id, refreshToken: 'r', ttlSeconds: 60 },
        signal,
      );
    }
    return transport.requests.slice(1).map(({ url }) => new URL(url).href);
  }

  it.each([
    '..',
    '../..',
    `../${roomId}`,
    `${roomId}/..`,
    `${roomId}/../../messages`,
    `${roomId}%2f..`,
    `${roomId}?x`,
    `${roomId}#x`,
    `${roomId}\\..`,
    `${roomId}\n`,
    `${roomId}\0`,
    roomId.replaceAll('-', '%2D'),
    roomId.replace('9', '９'),
    `//evil.example/${roomId}`,
    `{${roomId}}`,
    `urn:uuid:${roomId}`,
    ` ${roomId.toUpperCase()} `,
    5,
    null,
    {},
    [roomId],
  ])('are asked for at their own path or not at all: %j', async id => {
    const own = `${baseUrl}/rooms/${roomId}/actions/refresh_client_token`;
    expect([[], [own]]).toContainEqual(await pathsAfter(id));
  });

  it('are asked for at their own path or not at all, whatever the id', async () => {
    const part = fc.oneof(
      fc.constantFrom('/', '..', '%2e', '%2F', '\\', '?', '#', '@', ':', '\n', ' ', '"', '\0'),
      fc.constantFrom(roomId, otherRoomId, roomId.toUpperCase()),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const someId = fc.array(part, { maxLength: 5 }).map(parts => parts.join(''));
    await fc.assert(
      fc.asyncProperty(someId, async id => {
        const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
        for (const url of await pathsAfter(id)) {
          const [, found = ''] =
            /^https:\/\/api\.telnyx\.com\/v2\/rooms\/([^/]*)\/actions\/refresh_client_token$/.exec(
              url,
            ) ?? [];
          expect(found).toMatch(uuid);
          expect(id.toLowerCase()).toContain(found);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['1e300', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['1e400', undefined],
    ['"7"', undefined],
    ['[7]', undefined],
    ['{}', undefined],
    ['7', 7],
  ])('are counted by a total of %s where it is a count', async (total, expected) => {
    const meta = `"meta":{"total_results":${total},"page_number":${total},"total_pages":${total}}`;
    transport.answer(200, `{"data":[{"id":"${roomId}"}],${meta}}`);
    const page = await api.listRooms(listing, signal);
    expect(page).toMatchObject({ total: expected ?? 1, hasMore: false });
  });

  it('are no trouble by their number: 10,000 on a page, most of them of no use', async () => {
    const data = Array.from({ length: 10_000 }, (_, index) =>
      index % 10 === 0
        ? {
            id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
            unique_name: 'n'.repeat(5000),
          }
        : [
            null,
            5,
            'x',
            [],
            {},
            { id: index },
            { id: '..' },
            { __proto__: null },
            { unique_name: 'x' },
          ][index % 9],
    );
    transport.answerEach(() => ({
      ok: true,
      answer: { status: 200, headers: {}, body: JSON.stringify({ data }) },
    }));
    const rooms = new AccountRooms(api, listing);
    for (let calls = 0; calls < 20; calls++) {
      await rooms.loadMore();
    }
    expect(rooms.state).toMatchObject({ status: 'complete', total: 10_000 });
    expect(rooms.state.rooms).toHaveLength(1000);
    expect(Math.max(...rooms.state.rooms.map(({ name = '' }) => name.length))).toBe(200);
    expect(transport.requests).toHaveLength(2);
  });
});

describe('Any JSON at all', { timeout: 60_000 }, () => {
  const key = fc.oneof(
    fc.constantFrom(
      'data',
      'token',
      'token_expires_at',
      'refresh_token',
      'errors',
      'code',
      'id',
      'unique_name',
      'meta',
      'total_results',
      '__proto__',
      'constructor',
      'toString',
    ),
    fc.string({ maxLength: 5 }),
  );
  const { json } = fc.letrec(tie => ({
    json: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom(
        null,
        true,
        0,
        -1,
        1e300,
        '',
        roomId,
        'a.b.c',
        '2026-11-23T12:00:00Z',
        ...Object.values(hostileTexts),
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.array(tie('json'), { maxLength: 4 }),
      fc
        .array(fc.tuple(key, tie('json')), { maxLength: 5 })
        .map(entries => Object.fromEntries(entries) as unknown),
    ),
  }));

  it('is an answer or an error of a known kind, never a surprise', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(calls)),
        fc.constantFrom(200, 201, 403, 422, 500),
        json,
        async (call, status, body) => {
          transport.answer(status, body);
          const error = await failureOf(call);
          const said = error === undefined ? [] : saidOf(error);
          said.forEach(text => expectInert({ where: 'an error', text, longest: 400 }));
          expect(error?.kind !== 'network').toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
