import { describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorKind } from '../../../src/core/api/apiError';
import { keyCallMessage, type KeyCallContext } from '../../../src/display/keyCallSentence';

const generate = { call: 'generate', host: 'api.telnyx.com', roomTitle: 'Stand-up' } as const;
const listRooms = { call: 'listRooms', host: 'api.telnyx.com' } as const;
const createRoom = { call: 'createRoom', host: 'api.telnyx.com' } as const;

/** By kind: what the sentence says of the cause, and the step that it asks for. */
type Expected = Readonly<Record<Exclude<ApiErrorKind, 'cancelled'>, readonly [RegExp, RegExp]>>;

const ofEveryCall = {
  unauthorized: [/did not accept the API key/, /Set a new API key/],
  rateLimited: [/Too many requests/, /Wait a moment, then try again/],
  server: [/Telnyx has a problem of its own/, /Try again in a moment/],
  network: [/api\.telnyx\.com could not be reached/, /Check your network or proxy/],
  certificate: [/certificate of api\.telnyx\.com is not trusted/, /have it installed/],
  proxy: [/proxy on the way to api\.telnyx\.com/, /Check the settings http\.proxy/],
  timeout: [/api\.telnyx\.com did not answer in time/, /Check your network, then try again/],
  badResponse: [/was not the Telnyx API, or its answer was cut short/, /Check your network/],
} as const;

const calls: readonly (readonly [string, KeyCallContext, Expected])[] = [
  [
    'making tokens',
    generate,
    {
      ...ofEveryCall,
      refused: [/may not make tokens for room Stand-up/, /Set another API key/],
      notFound: [/knows no room Stand-up/, /Check the room ID/],
      invalid: [/request for room Stand-up invalid/, /Try other TTLs/],
    },
  ],
  [
    'creating a room',
    createRoom,
    {
      ...ofEveryCall,
      refused: [/may not create rooms/, /Set another API key/],
      notFound: [/api\.telnyx\.com has no rooms/, /Check the setting telnyxRooms\.apiBaseUrl/],
      invalid: [/there may be a room of this name already/, /Choose another/],
    },
  ],
  [
    'listing the rooms',
    listRooms,
    {
      ...ofEveryCall,
      refused: [/may not list rooms/, /Set another API key/],
      notFound: [/api\.telnyx\.com has no rooms/, /Check the setting telnyxRooms\.apiBaseUrl/],
      invalid: [/found the request invalid/, /Check the setting telnyxRooms\.apiBaseUrl/],
    },
  ],
];

describe.each(calls)('keyCallMessage of %s', (_name, context, expected) => {
  const kinds = Object.keys(expected) as (keyof Expected)[];

  it.each(kinds)('says cause and next step for %s', kind => {
    const { text } = keyCallMessage(new ApiError(kind), context);
    const [cause, step] = expected[kind];
    expect(text).toMatch(cause);
    expect(text).toMatch(step);
    expect(text).toMatch(/^[A-Za-z].*\.$/);
    expect(text).not.toMatch(/undefined|room :/);
  });

  it('has a sentence of its own for each', () => {
    const texts = kinds.map(kind => keyCallMessage(new ApiError(kind), context).text);
    expect(new Set(texts).size).toBe(kinds.length);
  });

  it('ends with what support asks for, and holds nothing else of the answer', () => {
    const facts = { status: 422, code: '10027', requestId: 'r-1' };
    for (const kind of kinds) {
      const plain = keyCallMessage(new ApiError(kind), context).text;
      expect(keyCallMessage(new ApiError(kind, facts), context).text).toBe(
        `${plain} (Telnyx error 10027, request r-1)`,
      );
    }
  });
});

describe('keyCallMessage', () => {
  it('says how long to wait', () => {
    const error = new ApiError('rateLimited', { retryAfterSeconds: 7 });
    expect(keyCallMessage(error, generate).text).toContain('Wait 7 s, then try again');
  });

  it.each([
    ['unauthorized', generate, ['setApiKey']],
    ['refused', generate, ['setApiKey']],
    ['notFound', generate, ['setApiKey']],
    ['notFound', createRoom, []],
    ['invalid', generate, ['tryAgain']],
    ['invalid', createRoom, []],
    ['rateLimited', generate, ['tryAgain']],
    ['server', generate, ['tryAgain', 'showLog']],
    ['network', generate, ['tryAgain', 'collectNetworkDiagnostics']],
  ] as const)('has for %s the buttons that its sentence speaks of', (kind, context, remedies) => {
    expect(keyCallMessage(new ApiError(kind), context).remedies).toEqual(remedies);
  });
});
