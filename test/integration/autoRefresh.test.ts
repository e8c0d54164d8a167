import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { env } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { endingPair } from './support/endingTokens';
import { eventually } from './support/eventually';
import { itInNewest } from './support/inNewest';
import { expectQuiet } from './support/quiet';
import { setSetting } from './support/userSettings';
import { agreeToOrigin, useWorld } from './support/world';

const { addToken, copyToken, toggleAutoRefresh, turnOffAutoRefresh, turnOnAutoRefresh } =
  commandIds;

describe('Auto-refresh', () => {
  const world = useWorld();

  itInNewest(
    'keeps a token of 10 s alive cycle after cycle, and stops when it is turned off',
    async () => {
      const { sandbox, user, room, run, refreshOnce, roomDetail } = world();
      await refreshOnce(10);
      await run(toggleAutoRefresh);
      match(
        user.texts.at(-1) ?? '',
        /^Auto-refresh of room \w{8} is on: next refresh \d\d:\d\d:\d\d\.$/,
      );
      match(await roomDetail(), /^next refresh \d\d:\d\d:\d\d · can be kept alive until/);

      const moments = [Date.now()];
      const tokens = new Set<string>();
      for (let cycle = 1; cycle <= 3; cycle++) {
        await eventually(() => sandbox.requests[cycle]?.status === 201);
        moments.push(Date.now());
        await env.clipboard.writeText('');
        await run(copyToken);
        tokens.add(await env.clipboard.readText());
      }
      const pauses = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));
      ok(
        pauses.every(pause => pause > 4000 && pause < 9500),
        `neither early nor after the end: ${String(pauses)}`,
      );
      strictEqual(tokens.size, 3, 'each time a new token, none that has expired');
      ok(
        sandbox.requests.every(({ body }) => body.includes('"token_ttl_secs":10,')),
        'the TTL stays',
      );
      strictEqual(user.messages.length, 3, 'it says nothing by itself');

      await run(toggleAutoRefresh, room.key);
      strictEqual(user.texts.at(-1), `Auto-refresh of room ${room.shortId} is off.`);
      await expectQuiet(sandbox, 7500, 'nothing is refreshed any more');
    },
  ).timeout(60_000);

  it('refreshes at once what is due when it is turned on', async () => {
    const { sandbox, room, run } = world();
    const old = endingPair(sandbox, room.id);
    await run(addToken, undefined, { type: old.paste });
    await run(turnOnAutoRefresh, undefined, agreeToOrigin);
    await eventually(() => sandbox.requests[0]?.status === 201);
    match(sandbox.requests[0]?.body ?? '', /"token_ttl_secs":300,/);
    await eventually(async () => {
      await run(copyToken);
      return (await env.clipboard.readText()) !== old.token;
    });
  });

  itInNewest('is off by default, and turned off in time it sends nothing', async () => {
    const { sandbox, room, run } = world();
    await run(
      addToken,
      undefined,
      ...[{ type: endingPair(sandbox, room.id, { client: { life: 300, left: 62 } }).paste }],
    );
    await run(turnOnAutoRefresh, room.key, agreeToOrigin);
    await run(turnOffAutoRefresh, room.key);
    await expectQuiet(sandbox, 3000, 'it was due meanwhile');
  });

  it('follows the setting where nothing was chosen for the room', async () => {
    const { sandbox, room, run, enterApiKey } = world();
    await enterApiKey();
    await run(addToken, undefined, { type: endingPair(sandbox, room.id).paste });
    const other = sandbox.createRoom().id;
    await run(addToken, undefined, { type: endingPair(sandbox, other).paste });
    await run(turnOffAutoRefresh, room.key);
    await setSetting('autoRefresh', true);
    await eventually(() => sandbox.requests.length === 2);
    match(sandbox.requests[1]?.path ?? '', new RegExp(other));
    await expectQuiet(sandbox, 500, 'the room that was turned off stays so');
  });

  it('asks before it sends secrets to another API than Telnyx, and stays off after a no', async () => {
    const { sandbox, user, room, run, roomDetail } = world();
    await run(addToken, undefined, { type: endingPair(sandbox, room.id).paste });
    await run(toggleAutoRefresh, room.key, 'escape');
    strictEqual(user.messages.at(-1)?.modal, true);
    match(await roomDetail(), /^can be kept alive until [-\d: ]+$/, 'no word of a refresh');
    strictEqual(sandbox.requests.length, 0);
  });

  it('says what is missing where a room can not be kept fresh', async () => {
    const { sandbox, user, room, run, roomDetail } = world();
    await run(toggleAutoRefresh);
    strictEqual(user.texts.at(-1), 'There is no room to keep fresh yet.');
    deepStrictEqual(user.messages.at(-1)?.buttons, ['Add Room Token']);

    await run(addToken, undefined, { type: sandbox.issueTokens(room.id).token });
    await run(toggleAutoRefresh, undefined, agreeToOrigin);
    match(user.texts.at(-1) ?? '', /is stopped: no refresh token, add one\.$/);
    deepStrictEqual(user.messages.at(-1)?.buttons, ['Add Room Token']);
    match(await roomDetail(), /^stopped: no refresh token, add one · no refresh token$/);

    await run(addToken, room.key, { type: room.refreshToken });
    match(await roomDetail(), /^next refresh \d\d:\d\d:\d\d/, 'it goes on by itself');
  });
});
