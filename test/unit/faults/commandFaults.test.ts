import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorKind } from '../../../src/core/api/apiError';
import { AccountRooms } from '../../../src/core/rooms/accountRooms';
import { apiErrorMessage } from '../../../src/display/apiErrorSentence';
import { failureText } from '../../../src/display/failureText';
import { keyCallMessage } from '../../../src/display/keyCallSentence';
import { faultCases, faultKinds } from '../../support/faultCases';
import { createFaultyWorld, type FaultyWorld } from './faultyWorld';

const never = () => new AbortController().signal;
const ttlSeconds = 120;

/** What a command asks the API for, and what it says when that fails. */
interface Command {
  readonly name: string;
  readonly run: (world: FaultyWorld) => Promise<unknown>;
  readonly sentence: (error: ApiError) => string;
  /** Whether it is a refresh: safe to repeat when its answer was lost. */
  readonly isRefresh?: boolean;
}

const refreshSentence = (error: ApiError) =>
  apiErrorMessage(
    error,
    {
      roomTitle: 'stand-up',
      roomId: 'x',
      hasApiKey: true,
      usedApiKey: false,
      sandbox: false,
      host: 'api.example',
    },
    0,
  ).text;
const keySentence = (call: 'generate' | 'createRoom' | 'listRooms') => (error: ApiError) =>
  keyCallMessage(error, { call, host: 'api.example', roomTitle: 'stand-up' }).text;

const pairOf = ({ sandbox: { apiKey } }: FaultyWorld) => ({
  apiKey,
  ttlSeconds,
  refreshTtlSeconds: 3600,
});
const callOf = ({ sandbox: { baseUrl, apiKey } }: FaultyWorld) => ({ baseUrl, apiKey });

const commands: readonly Command[] = [
  {
    name: 'refresh',
    run: ({ core, room }) => core.tokens.refresh({ room, ttlSeconds }, never()),
    sentence: refreshSentence,
    isRefresh: true,
  },
  {
    name: 'refresh with a pasted token',
    run: ({ core, room, refreshToken }) =>
      core.tokens.refresh({ room, ttlSeconds, refreshToken }, never()),
    sentence: refreshSentence,
    isRefresh: true,
  },
  {
    name: 'refresh with the API key',
    run: ({ core, room, sandbox: { apiKey } }) =>
      core.tokens.refresh({ room, ttlSeconds, apiKey }, never()),
    sentence: refreshSentence,
    isRefresh: true,
  },
  {
    name: 'expiry drill',
    run: ({ core, room }) => core.drill.issue(room, 30, never()),
    sentence: refreshSentence,
    isRefresh: true,
  },
  {
    name: 'renew',
    run: world => world.core.tokens.generate({ room: world.room, ...pairOf(world) }, never()),
    sentence: keySentence('generate'),
  },
  {
    name: 'new token for a new room',
    run: world => {
      const room = { ...world.room, id: world.sandbox.createRoom().id };
      return world.core.tokens.generate({ room, ...pairOf(world) }, never());
    },
    sentence: keySentence('generate'),
  },
  {
    name: 'create a room',
    run: world => world.core.api.createRoom({ ...callOf(world), name: randomUUID() }, never()),
    sentence: keySentence('createRoom'),
  },
  {
    name: 'check an API key',
    run: world => world.core.api.listRooms({ ...callOf(world), pageSize: 1 }, never()),
    sentence: keySentence('listRooms'),
  },
  {
    name: 'list the rooms',
    async run(world) {
      const rooms = new AccountRooms(world.core.api, callOf(world));
      await rooms.loadMore();
      const { status } = rooms.state;
      if (typeof status === 'object') {
        throw status.failed;
      }
    },
    sentence: failureText,
  },
];

const says: Readonly<Record<ApiErrorKind, RegExp>> = {
  unauthorized: /did not (authorize|accept)|refused: not authorized/,
  refused: /refused the refresh token|may not|refused: not allowed/,
  notFound: /knows no room|has no rooms|no such room/,
  invalid: /invalid|did not take this name/,
  rateLimited: /Too many requests\. Wait|refused: too many/,
  server: /problem of its own|failed: server error/,
  network: /could not be reached|no connection/,
  certificate: /certificate/,
  proxy: /proxy/,
  timeout: /did not answer in time|no answer in time/,
  badResponse: /was not the Telnyx API|unreadable answer/,
  cancelled: /^$/,
};

it('the table names every fault of the sandbox', () => {
  expect(new Set(faultCases.map(({ fault }) => fault.kind))).toEqual(
    new Set(Object.keys(faultKinds)),
  );
});

describe.each(commands)('$name', ({ run, sentence, isRefresh = false }) => {
  describe.each(['off', 'on'] as const)('with auto-refresh %s', autoRefresh => {
    it.each(faultCases)('under $name', async ({ fault, kind, losesAnswer = false }) => {
      const world = await createFaultyWorld();
      const { core, sandbox, key, clientToken, refreshToken, logger } = world;
      await core.keeper.chooseAutoRefresh(key, autoRefresh);
      await world.settled();
      sandbox.setFault(fault);
      const error: unknown = await run(world).then(
        () => undefined,
        (failed: unknown) => failed,
      );
      await world.settled();

      const repeats = isRefresh && losesAnswer ? 1 : 0;
      expect(sandbox.requests).toHaveLength(1 + repeats);
      // A failure sets off nothing later; a token that has ended at once is asked for once more.
      await world.pass(20);
      expect(sandbox.requests.length).toBeLessThanOrEqual(kind === undefined ? 2 : 1 + repeats);

      if (kind === undefined) {
        expect(error).toBeUndefined();
      } else {
        expect(error).toMatchObject({ name: 'ApiError', kind });
        const text = error instanceof ApiError ? sentence(error) : '';
        expect(text).toMatch(says[kind]);
        expect(text).not.toMatch(/\]\(|command:|eyJ/);
        expect(await core.stored.token('client', key)).toBe(clientToken);
        expect(await core.stored.token('refresh', key)).toBe(refreshToken);
      }
      expect(logger.lines.join()).not.toMatch(/eyJ|KEY|command:/);

      sandbox.setFault(undefined);
      await run(world);
    });
  });
});

describe.each(commands.filter(({ isRefresh }) => isRefresh))('$name', ({ run }) => {
  it.each(faultCases.filter(({ losesAnswer }) => losesAnswer))(
    'is whole again by itself after one answer was lost: $name',
    async ({ fault }) => {
      const world = await createFaultyWorld();
      world.sandbox.failNext(fault);
      await run(world);
      const [first, second, ...more] = world.sandbox.requests;
      expect(second).toMatchObject({ body: first?.body, status: 201 });
      expect(more).toEqual([]);
    },
  );
});
