import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commandIds } from '../../src/vscode/commands/commandIds';
import type { Answer } from './support/answers';
import { useWorld } from './support/world';

const { newToken } = commandIds;

describe('Create room… in New Room Token', () => {
  const world = useWorld();
  /** Once the rooms are there. */
  const create: readonly Answer[] = [{ goTo: 'stand-up' }, { pick: 'Create room' }];
  const ttls: readonly Answer[] = ['enter', 'enter'];

  it('asks for a name, makes the room, and goes on with it', async () => {
    const { sandbox, user, run, enterApiKey } = world();
    await enterApiKey();
    await run(newToken, undefined, ...create, { type: ' all-hands ' }, ...ttls);
    const [, , created, generated] = sandbox.requests;
    strictEqual(created?.method, 'POST');
    strictEqual(created.path, '/v2/rooms');
    deepStrictEqual(JSON.parse(created.body), { unique_name: 'all-hands' });
    strictEqual(generated?.status, 201);
    match(user.texts.at(-1) ?? '', /^New token for room all-hands, valid until/);
  });

  it('makes no link of a name while the room is made', async () => {
    const { sandbox, user, run, enterApiKey } = world();
    await enterApiKey();
    const name = '[a](command:b)';
    const running = run(newToken, undefined, ...create, { type: name }, ...ttls);
    sandbox.failNext({ kind: 'delay', milliseconds: 1 });
    sandbox.failNext({ kind: 'delay', milliseconds: 1500 });
    await running;
    ok(user.progresses.some(({ title }) => title === 'Creating room [a] (command:b)…'));
    ok(sandbox.requests.some(({ body }) => body === JSON.stringify({ unique_name: name })));
  });

  it('takes over what was typed into the list', async () => {
    const { sandbox, user, run, enterApiKey } = world();
    await enterApiKey();
    await run(newToken, undefined, { pick: 'Create room', filter: 'retro' }, 'enter', ...ttls);
    strictEqual(user.inputs[2]?.value, 'retro');
    ok(sandbox.requests.some(({ body }) => body === '{"unique_name":"retro"}'));
  });

  it('keeps the name, and says what is wrong with it, when there is such a room', async () => {
    const { sandbox, user, run, enterApiKey } = world();
    await enterApiKey();
    await run(
      newToken,
      undefined,
      ...[...create, { type: 'stand-up' }, { type: 'stand-up-2' }],
      ...ttls,
    );
    const again = user.inputs[3];
    strictEqual(again?.value, 'stand-up');
    match(
      again.problem ?? '',
      /there may be a room of this name already\. Choose another\..*10012/,
    );
    deepStrictEqual(
      sandbox.requests.filter(({ method }) => method === 'POST').map(({ status }) => status),
      [422, 201, 201],
    );
  });

  it('refuses an empty and an over-long name without a request', async () => {
    const { sandbox, user, run, enterApiKey } = world();
    await enterApiKey();
    await run(
      newToken,
      undefined,
      ...[...create, { type: '  ' }, { type: 'x'.repeat(101) }],
      'escape',
    );
    strictEqual(user.inputs.at(-1)?.refusals.length, 2);
    match(user.inputs.at(-1)?.refusals[0] ?? '', /1 to 100 characters/);
    ok(sandbox.requests.every(({ method }) => method === 'GET'));
  });

  it('leads back to the list, with what was typed there', async () => {
    const { sandbox, user, run, enterApiKey } = world();
    await enterApiKey();
    await run(
      newToken,
      undefined,
      ...[{ pick: 'Create room', filter: 'stand' }, 'back' as const],
      { pick: 'stand-up' },
      ...ttls,
    );
    strictEqual(user.inputs[3]?.value, 'stand');
    match(sandbox.requests.at(-1)?.path ?? '', /generate_join_client_token$/);
  });

  it('can be cancelled while it waits for the answer: the name is still there', async () => {
    const { sandbox, user, run, enterApiKey } = world();
    await enterApiKey();
    const messages = user.messages.length;
    const creating = run(
      newToken,
      undefined,
      ...[{ pick: 'Create room' }, { type: 'slow' }, 'escape' as const],
    );
    sandbox.setFault({ kind: 'delay', milliseconds: 60_000 });
    (await user.openProgress('Creating room slow')).cancel();
    await creating;
    strictEqual(user.inputs.at(-1)?.value, 'slow');
    strictEqual(user.messages.length, messages);
    ok(!sandbox.requests.some(({ method, status }) => method === 'POST' && status !== undefined));
  });

  it('stays where the user went when the rooms arrive', async () => {
    const { sandbox, user, run, enterApiKey } = world();
    await enterApiKey();
    sandbox.failNext({ kind: 'delay', milliseconds: 500 });
    await run(
      newToken,
      undefined,
      ...[{ goTo: 'Create room' }, { await: 'stand-up' }],
      ...(['enter', 'escape'] as const),
    );
    strictEqual(user.inputs.at(-1)?.prompt, 'Name of the new room, unique in your account');
  });
});
