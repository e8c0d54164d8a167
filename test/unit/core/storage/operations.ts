import { expect } from 'vitest';
import { ApiError } from '../../../../src/core/api/apiError';
import type { Core } from '../../../support/composeCore';
import { roomKey } from '../../../../src/core/rooms/roomIdentity';
import { parseTokenSecret } from '../../../../src/core/secrets/tokenSecret';
import type { TokenKind } from '../../../../src/core/tokens/tokenKind';
import { otherRoomId } from '../../../support/telnyxTokens';
import { createFreshWorld, type FreshWorld } from '../autoRefresh/keptRoom';
import { key, newClientToken, newRefreshToken, room } from '../rooms/world';

const { baseUrl } = room;
/** Each caller has a signal of its own, as commands do. */
const never = () => new AbortController().signal;

const apiKey = 'KEY0123456789';
const newRoom = { ...room, id: '22222222-3333-4444-8555-666666666666' };
const bystander = { ...room, id: otherRoomId };
const elsewhere = 'https://proxy.example/v2';

/** What a newer version, another extension or an accident may have left behind. */
const foreign = {
  secrets: {
    [`telnyxRooms.refreshToken:${roomKey({ ...room, id: 'aaaaaaaa-3333-4444-8555-666666666666' })}`]:
      '{"version":2,"ciphertext":"…"}',
    'telnyxRooms.somethingNew': 'of a newer version',
  },
  state: {
    'telnyxRooms.room:junk': 'junk',
    [`telnyxRooms.room:${roomKey({ ...room, id: 'bbbbbbbb-3333-4444-8555-666666666666' })}`]: room,
    'telnyxRooms.somethingNew': [1],
  },
};

/** Something that changes what is stored. */
export interface Operation {
  readonly name: string;
  run(core: Core, world: FreshWorld): Promise<unknown>;
  /** Whether it is meant to take everything away. */
  readonly clears?: boolean;
}

const pair = { client: { token: newClientToken(60) }, refresh: { token: newRefreshToken(7200) } };
const generate = { ttlSeconds: 60, refreshTtlSeconds: 7200, apiKey };

/** Every operation of the core that writes to VS Code's stores. */
export const operations: readonly Operation[] = [
  { name: 'keep a pair for a known room', run: ({ keeper }) => keeper.keep(room, pair) },
  { name: 'keep a pair for a new room', run: ({ keeper }) => keeper.keep(newRoom, pair) },
  {
    name: 'keep a client token alone for a new room',
    run: ({ keeper }) => keeper.keep(newRoom, { client: pair.client }),
  },
  { name: 'refresh', run: ({ tokens }) => tokens.refresh({ room, ttlSeconds: 60 }, never()) },
  {
    name: 'refresh a new room with a pasted token',
    run: ({ tokens }, { api }) =>
      tokens.refresh(
        { room: newRoom, ttlSeconds: 60, refreshToken: api.refresh(newRoom.id, 7200) },
        never(),
      ),
  },
  {
    name: 'keep the token that was pasted for a failed refresh',
    async run({ tokens }, { api }) {
      api.fault = () => ({ failure: 'network' });
      const refreshToken = api.refresh(newRoom.id, 7200);
      const request = { room: newRoom, ttlSeconds: 60, refreshToken };
      await tokens.refresh(request, never()).catch((error: unknown) => {
        if (!(error instanceof ApiError)) {
          throw error;
        }
      });
    },
  },
  { name: 'renew', run: ({ tokens }) => tokens.generate({ room, ...generate }, never()) },
  {
    name: 'make a pair for a new room',
    run: ({ tokens }) => tokens.generate({ room: newRoom, ...generate }, never()),
  },
  { name: 'rename', run: ({ keeper }) => keeper.rename(key, 'lobby') },
  {
    name: 'learn names',
    run: ({ keeper }) =>
      keeper.learnNames(baseUrl, [
        { id: room.id, name: 'a', live: false, recording: false },
        { id: newRoom.id, name: 'b', live: false, recording: false },
      ]),
  },
  { name: 'turn auto-refresh off', run: ({ keeper }) => keeper.chooseAutoRefresh(key, 'off') },
  { name: 'forget', run: ({ tokens }) => tokens.forget(key) },
  { name: 'forget all', run: ({ tokens }) => tokens.forgetAll(), clears: true },
  { name: 'set an API key', run: ({ apiKeys }) => apiKeys.write(elsewhere, apiKey) },
  { name: 'set another API key', run: ({ apiKeys }) => apiKeys.write(baseUrl, 'KEY9876543210') },
  { name: 'remove an API key', run: ({ apiKeys }) => apiKeys.remove(baseUrl) },
  { name: 'remove all API keys', run: ({ apiKeys }) => apiKeys.removeAll() },
  { name: 'trust an origin', run: ({ origins }) => origins.trust(elsewhere) },
];

/** Two rooms with both tokens, an API key, and what is none of this version's business. */
export async function createStoredWorld(): Promise<FreshWorld> {
  const world = createFreshWorld();
  const window = world.open();
  for (const target of [room, bystander]) {
    await world.give(window, { client: 600, refresh: 3600 }, target);
  }
  await window.keeper.rename(roomKey(bystander), 'a bystander');
  await window.apiKeys.write(baseUrl, apiKey);
  window.dispose();
  Object.entries(foreign.secrets).forEach(([name, text]) => world.secrets.put(name, text));
  for (const [name, value] of Object.entries(foreign.state)) {
    await world.state.update(name, value);
  }
  return world;
}

/** Opens every row, as somebody who looks. */
export async function openRows({ rooms, details }: Core): Promise<void> {
  for (const shown of rooms.all()) {
    await details.read(shown);
  }
}

/** Expects that a window shows of every room what is stored of it, no more and no less. */
export async function expectTruth(core: Core, { secrets }: FreshWorld): Promise<void> {
  const shown = new Map(core.rooms.all().map(one => [one.key, one]));
  const stored = new Map<string, TokenKind[]>();
  for (const [name, text] of Object.entries(secrets.contents)) {
    const secret = parseTokenSecret(text);
    if (secret) {
      const one = shown.get(roomKey(secret.room));
      const times = secret.kind === 'client' ? one?.record.clientToken : one?.record.refreshToken;
      expect(times, name).toEqual(secret.times);
      stored.set(roomKey(secret.room), [...(stored.get(roomKey(secret.room)) ?? []), secret.kind]);
    }
  }
  for (const { key: shownKey, record, lost } of shown.values()) {
    const promised = [
      ...(record.clientToken ? ['client'] : []),
      ...(record.refreshToken ? ['refresh'] : []),
    ].filter(kind => !lost.some(one => one === kind));
    expect(new Set(promised), shownKey).toEqual(new Set(stored.get(shownKey) ?? []));
  }
  for (const url of [baseUrl, elsewhere]) {
    const isStored = `telnyxRooms.apiKey:${new URL(url).origin}` in secrets.contents;
    expect((await core.apiKeys.read(url)) !== undefined, url).toBe(isStored);
    expect(core.apiKeys.has(url), url).toBe(isStored);
  }
}

/** Everything that is stored, by name; tokens without what tells one from the next. */
export function storedIn({ secrets, state }: FreshWorld): Readonly<Record<string, unknown>> {
  const texts = Object.entries(secrets.contents).map(([name, text]) => {
    const secret = parseTokenSecret(text);
    return [name, secret ? { ...secret, token: '' } : text] as const;
  });
  return Object.fromEntries([
    ...texts,
    ...state.keys().map(name => [name, state.get(name)] as const),
  ]);
}

/** What of it the operations have no business with. */
export function bystandersIn(world: FreshWorld, { clears = false }: Operation) {
  const isForeign = (name: string) => name in foreign.secrets || (!clears && name in foreign.state);
  const isOther = (name: string) => !clears && name.includes(bystander.id);
  return Object.entries(storedIn(world)).filter(([name]) => isForeign(name) || isOther(name));
}

/** The names of what is stored of the rooms and keys that the operations are about. */
export function ownIn(world: FreshWorld): readonly string[] {
  const rooms = [room, newRoom, bystander].map(roomKey);
  return Object.keys(storedIn(world)).filter(
    name => name.startsWith('telnyxRooms.apiKey') || rooms.some(one => name.endsWith(`:${one}`)),
  );
}
