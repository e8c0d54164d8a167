import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commandIds } from '../../src/vscode/commands/commandIds';
import type { Sandbox } from '../../src/sandbox/startSandbox';
import { eventually } from './support/eventually';
import { useWorld } from './support/world';

const { newToken, refreshToken } = commandIds;

/** The lists of rooms that were asked for, by their query. */
function lists({ requests }: Sandbox): readonly string[] {
  return requests
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/v2/rooms'))
    .map(({ path }) => decodeURIComponent(path.slice('/v2/rooms?'.length)))
    .filter(query => query !== 'page[size]=1');
}

describe("The account's rooms in New Room Token", () => {
  const world = useWorld();

  it('are shown with name, short ID, whether they are live and whether they record', async () => {
    const { sandbox, user, room, run, enterApiKey } = world();
    const live = sandbox.createRoom('town-hall', { live: true, recording: true });
    const nameless = sandbox.createRoom();
    await enterApiKey();
    await run(newToken, undefined, { pick: 'town-hall' }, 'enter', 'enter');
    deepStrictEqual(user.inputs[1]?.answeredRows, [
      { label: 'stand-up', description: room.shortId },
      { label: 'town-hall', description: `${live.id.slice(0, 8)} · live now · recording` },
      { label: nameless.id.slice(0, 8), description: 'no name' },
      { label: 'Create room…' },
    ]);
    match(sandbox.requests.at(-1)?.path ?? '', new RegExp(live.id));
  });

  it('show no markup in their names', async () => {
    const { sandbox, user, run, enterApiKey } = world();
    sandbox.createRoom('[click](command:workbench.action.closeWindow) $(bug)\nsecond');
    await enterApiKey();
    await run(newToken, undefined, { goTo: 'stand-up' }, 'escape');
    const label = user.inputs[1]?.answeredRows[1]?.label ?? '';
    ok(label !== '' && ['](', '$(', '\n'].every(markup => !label.includes(markup)), label);
  });

  it('are loaded a page at a time, as the user asks for more or scrolls down', async () => {
    const { sandbox, user, run, enterApiKey } = world();
    for (let number = 1; number < 600; number++) {
      sandbox.createRoom(`room-${number}.`);
    }
    await enterApiKey();
    const first = 'page[size]=250&page[number]=1';
    await run(newToken, undefined, { pick: 'room-1.' }, 'escape');
    deepStrictEqual(lists(sandbox), [first], 'the first rows take one request');
    deepStrictEqual(user.inputs.at(-2)?.answeredRows.slice(-2), [
      { label: 'Load more rooms', description: '250 of 600' },
      { label: 'Create room…' },
    ]);

    await run(newToken, undefined, { pick: 'Load more rooms' }, { pick: 'room-300.' }, 'escape');
    deepStrictEqual(lists(sandbox).slice(1), [first, 'page[size]=250&page[number]=2']);

    await run(
      newToken,
      undefined,
      ...[{ goTo: 'room-240.' }, { goTo: 'room-480.' }, { pick: 'room-599.' }],
      'escape',
    );
    deepStrictEqual(
      lists(sandbox).slice(3),
      [1, 2, 3].map(page => `page[size]=250&page[number]=${page}`),
    );
    deepStrictEqual(user.inputs.at(-2)?.answeredRows.length, 601, 'nothing is left to load');
  });

  it('are found by their exact name without loading them all', async () => {
    const { sandbox, run, enterApiKey } = world();
    for (let number = 1; number < 600; number++) {
      sandbox.createRoom(`room-${number}`);
    }
    await enterApiKey();
    const filter = 'room-599';
    await run(newToken, undefined, { pick: filter, filter }, 'enter', 'enter');
    deepStrictEqual(lists(sandbox), [
      'page[size]=250&page[number]=1',
      'page[size]=1&filter[unique_name]=room-599',
    ]);
    match(sandbox.requests.at(-1)?.path ?? '', /generate_join_client_token$/);
  });

  it('take a pasted room ID while the list can not be loaded', async () => {
    const { sandbox, user, room, run, enterApiKey } = world();
    await enterApiKey();
    sandbox.failNext({ kind: 'status', status: 500 });
    await run(
      newToken,
      undefined,
      { goTo: 'The rooms could not be loaded' },
      { pick: 'Use room', filter: ` ${room.id.toUpperCase()}` },
      ...(['enter', 'enter'] as const),
    );
    match(user.texts.at(-1) ?? '', new RegExp(`^New token for room ${room.shortId}`));
  });

  it('are loaded again from the row that says why they were not', async () => {
    const { sandbox, user, run, enterApiKey } = world();
    await enterApiKey();
    sandbox.failNext({ kind: 'status', status: 429, retryAfterSeconds: 1 });
    await run(
      newToken,
      undefined,
      ...[{ pick: 'The rooms could not be loaded' }, { pick: 'stand-up' }],
      'escape',
    );
    strictEqual(lists(sandbox).length, 2);
    strictEqual(user.inputs.length, 3);
  });

  it('give known rooms their names', async () => {
    const { user, room, run, refreshOnce, enterApiKey } = world();
    await refreshOnce();
    await run(refreshToken, undefined, 'escape');
    deepStrictEqual(user.inputs.at(-1)?.rows, [room.shortId]);
    await enterApiKey();
    await run(newToken, undefined, { goTo: 'stand-up' }, 'escape');
    await eventually(async () => {
      await run(refreshToken, undefined, 'escape');
      return user.inputs.at(-1)?.rows[0] === 'stand-up';
    });
  });
});
