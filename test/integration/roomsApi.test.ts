import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { commands, env, extensions } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import type { ApiUser } from './fixtures/apiUser/extension';
import { eventually } from './support/eventually';
import { useWorld } from './support/world';

/** The second extension, which uses the API as docs/extension-api.md says. */
async function apiUser(): Promise<ApiUser> {
  const extension = extensions.getExtension<ApiUser>('tests.api-user');
  ok(extension, 'the second extension is there');
  return extension.activate();
}

describe('The API for other extensions', () => {
  const world = useWorld();
  const shown: unknown[] = [];

  afterEach(() => {
    const { sandbox, room } = world();
    const text = JSON.stringify(shown.splice(0));
    ok(text.length > 2 && !/eyJ|KEY[0-9A-F]{8}/.test(text), 'no secret in what it gives');
    ok(![room.refreshToken, sandbox.apiKey].some(secret => text.includes(secret)));
  });

  it('gives frozen copies of the rooms, and tells of their changes', async () => {
    const { api, seen } = await apiUser();
    const { room, sandbox, refreshOnce, run } = world();
    deepStrictEqual(api.getRooms(), []);
    const before = seen.length;
    await refreshOnce();
    await eventually(() => seen.length > before);
    const [known, ...others] = api.getRooms();
    ok(known && Object.isFrozen(known) && others.length === 0);
    const { clientToken, refreshToken, ...rest } = known;
    deepStrictEqual(rest, {
      id: room.id,
      name: room.shortId,
      apiOrigin: new URL(sandbox.baseUrl).origin,
      sandbox: false,
      autoRefresh: false,
    });
    strictEqual((clientToken?.expiresAt ?? 0) - (clientToken?.issuedAt ?? 0), 600_000);
    ok((refreshToken?.expiresAt ?? 0) > (clientToken?.expiresAt ?? 0));
    await run(commandIds.turnOnAutoRefresh, room.key);
    await eventually(() => seen.at(-1)?.[0]?.autoRefresh === true);
    await run(commandIds.forgetRoom, room.key, { press: 'Forget' });
    await eventually(() => seen.at(-1)?.length === 0);
    shown.push(seen, known);
  });

  it('refreshes with the stored token and the last TTL, without a question', async () => {
    const { api } = await apiUser();
    const { room, sandbox, user, refreshOnce, run } = world();
    await refreshOnce(900);
    await run(commandIds.copyToken, room.key);
    const old = await env.clipboard.readText();
    const [asked, said] = [user.inputs.length, user.texts.length];
    const [refreshed, again] = await Promise.all([api.refresh(room.id), api.refresh(room.id)]);
    deepStrictEqual(refreshed, again);
    deepStrictEqual(refreshed, api.getRooms()[0]);
    strictEqual(sandbox.requests.length, 2, 'one request for two calls');
    const { body = '', headers = {} } = sandbox.requests[1] ?? {};
    strictEqual((JSON.parse(body) as { token_ttl_secs?: unknown }).token_ttl_secs, 900);
    strictEqual(headers.authorization, undefined);
    deepStrictEqual([user.inputs.length, user.texts.length], [asked, said]);
    await run(commandIds.copyToken, room.key);
    ok((await env.clipboard.readText()) !== old);
    for (let times = 0; times < 20; times++) {
      await api.refresh(room.id);
    }
    strictEqual(sandbox.requests.length, 2, 'a loop sends nothing');
    shown.push(refreshed);
  });

  it('says why it failed in a sentence with a code, and holds back after it', async () => {
    const { api } = await apiUser();
    const { room, sandbox, user, refreshOnce } = world();
    await refreshOnce();
    const said = user.texts.length;
    sandbox.failNext({ kind: 'status', status: 403 });
    const failure = async () => {
      const error = await api.refresh(room.id).catch((error: unknown) => error);
      ok(error instanceof Error);
      shown.push(error.message, error.stack);
      return { members: Object.keys(error).sort(), name: error.name, message: error.message };
    };
    const first = await failure();
    strictEqual(first.name, 'TelnyxRoomsError');
    deepStrictEqual(first.members, ['code', 'name']);
    ok(
      /^Telnyx refused the refresh token of room .* Enter a new refresh token\./.test(
        first.message,
      ),
    );
    deepStrictEqual(await failure(), first);
    strictEqual(sandbox.requests.length, 2, 'nothing more was sent');
    strictEqual(user.texts.length, said, 'the user is not told what they did not ask for');
  });

  it('checks what it is given, and quotes nothing of it', async () => {
    const { api, tokens } = await apiUser();
    const { room, sandbox } = world();
    const anything = (...given: readonly unknown[]) =>
      (api as { refresh(...given: readonly unknown[]): Promise<unknown> }).refresh(...given);
    for (const given of [[], [7], [room.refreshToken], [{}], [room.id, 7]]) {
      await rejects(anything(...given), (error: Error & { code?: unknown }) => {
        shown.push(error.message);
        return error.code === 'invalidArgument';
      });
    }
    await rejects(api.refresh(room.id), { code: 'unknownRoom' });
    await rejects((tokens as { getApi(version: unknown): Promise<unknown> }).getApi(2), {
      code: 'unknownVersion',
    });
    strictEqual(sandbox.requests.length, 0);
  });

  it('sends nothing to an API that the user has not agreed to', async () => {
    const { api } = await apiUser();
    const { room, sandbox, run } = world();
    await run(commandIds.setRefreshToken, undefined, { type: room.refreshToken });
    const refused = api.refresh(room.id);
    await rejects(refused, { code: 'untrustedApi' });
    strictEqual(sandbox.requests.length, 0);
    shown.push(api.getRooms());
  });

  it('goes on where a listener of another extension throws', async () => {
    const { api, seen } = await apiUser();
    const listener = api.onDidChangeRooms(() => {
      throw new Error('thrown by a listener, on purpose');
    });
    const before = seen.length;
    await world().refreshOnce();
    await eventually(() => seen.length > before);
    listener.dispose();
    strictEqual(api.getRooms().length, 1);
    await commands.executeCommand(commandIds.copyToken, world().room.key);
    shown.push(seen);
  });
});
