import { deepStrictEqual, match, notStrictEqual, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { linkedFilesUser, variable } from './support/linkedFilesUser';
import { expectNoTrace } from './support/noTrace';
import { useWorkspaceFiles } from './support/workspaceFiles';
import { useWorld } from './support/world';

const { linkEnvFile, unlinkEnvFile } = commandIds;

const expiry = `${variable}_EXPIRES_AT`;

describe('Telnyx: Link .env File', () => {
  const world = useWorld();
  const files = useWorkspaceFiles();
  const linked = linkedFilesUser(world, files);

  it('asks for file, variable and expiry, back and forth, and keeps them up to date', async () => {
    const { user, room, run, refreshOnce } = world();
    await refreshOnce();
    await files.write('.env', 'A=1\n');
    await files.write('.env.example', `${variable}=\n`);
    await files.write('web/.env.local', 'B=1\n');
    const answer = await run(
      linkEnvFile,
      room.key,
      ...([{ pick: '.env' }, 'back', { pick: '.env' }, { pick: 'VITE_' }, 'back'] as const),
      ...([
        { pick: 'Other…' },
        { type: '1A' },
        { type: 'MY TOKEN' },
        { type: 'MY_TOKEN' },
      ] as const),
      { pick: 'MY_TOKEN_EXPIRES_AT' },
    );
    strictEqual(answer, undefined);
    const [first] = user.inputs.filter(({ title }) => title === 'Link .env File');
    strictEqual(first?.step, '1/3');
    match(
      user.inputs.find(({ refusals }) => refusals.length > 0)?.refusals[0] ?? '',
      /no digit first/,
    );
    const current = await linked.token();
    match(
      files.read('.env') ?? '',
      new RegExp(`^A=1\\nMY_TOKEN=${current}\\nMY_TOKEN_EXPIRES_AT=20..-..-..T..:..:..Z\\n$`),
    );
    strictEqual(
      user.texts.at(-1),
      `Linked .env: MY_TOKEN holds the client token of room ${room.shortId} now, and each new one.`,
    );
    const next = await linked.refresh();
    notStrictEqual(next, current);
    await linked.awaitText('.env', next);
    strictEqual(files.read('.env.example'), `${variable}=\n`);
    expectNoTrace(next, user.everythingShown);
    await eventually(() => files.names().join() === '.env,.env.example,web');
  });

  it('lists what there is: templates last, then a new file and a look around', async () => {
    const { user, room, run, refreshOnce } = world();
    await refreshOnce();
    await files.write('.env.example', 'A=\n');
    await files.write('.env.local', 'A=\n');
    await files.write('node_modules/x/.env', 'A=\n');
    await run(linkEnvFile, room.key, { goTo: '.env.local' }, 'escape');
    const rows = user.inputs.at(-1)?.answeredRows.map(({ label }) => label) ?? [];
    deepStrictEqual(rows.slice(0, 2), ['.env.local', '.env.example']);
    match(rows.at(-2) ?? '', /^New \.env file in /);
    strictEqual(rows.at(-1), 'Browse…');
    strictEqual(rows.length, 4);
  });

  it('makes a file that only its owner can read', async () => {
    const { refreshOnce } = world();
    await refreshOnce();
    await linked.link('New .env file in');
    strictEqual(files.read('.env'), `${variable}=${await linked.token()}\n`);
    strictEqual(files.mode('.env'), 0o600);
  });

  it('refreshes a token first that is about to end', async () => {
    const { refreshOnce } = world();
    await refreshOnce(30);
    const first = await linked.token();
    await files.write('.env', '');
    await linked.link('.env');
    const second = await linked.token();
    notStrictEqual(first, second, 'it lasts longer');
    strictEqual(files.read('.env'), `${variable}=${second}\n`);
  });

  it('asks before it replaces what is no client token, and does not after Escape', async () => {
    const { user, room, refreshOnce } = world();
    await refreshOnce();
    const text = `${variable}=${room.refreshToken}\n${expiry}=tomorrow\n`;
    await files.write('.env', text);
    await linked.linkWithExpiry('.env', 'escape');
    strictEqual(files.read('.env'), text);
    const question = user.messages.at(-1);
    strictEqual(question?.text, 'Replace what .env holds?');
    match(question.detail ?? '', /holds something else than a client token.* than a time\./);
    await linked.linkWithExpiry('.env', { press: 'Replace' });
    match(
      files.read('.env') ?? '',
      new RegExp(`^${variable}=${await linked.token()}\n${expiry}=20`),
    );
    expectNoTrace(room.refreshToken, user.everythingShown);
  });

  it('has a variable for one thing only', async () => {
    const { user, room, run, refreshOnce } = world();
    await refreshOnce();
    await files.write('.env', '');
    await linked.linkWithExpiry('.env');
    await run(
      linkEnvFile,
      room.key,
      ...([{ pick: '.env' }, { pick: 'Other…' }, { type: expiry }, { type: 'B' }] as const),
      ...([{ pick: 'Other…' }, { type: 'B' }, { type: variable }, { type: 'B_ENDS' }] as const),
    );
    const refusals = user.inputs.flatMap(({ refusals }) => refusals);
    deepStrictEqual(refusals, [
      `${expiry} holds the expiry of another linked token. Choose another variable.`,
      'B holds a linked token or its expiry already. Choose another variable.',
      `${variable} holds a linked token or its expiry already. Choose another variable.`,
    ]);
    match(files.read('.env') ?? '', /^B=eyJ.*\nB_ENDS=20/m);
  });

  it('is ended with or without the value', async () => {
    const { user, run, refreshOnce } = world();
    await refreshOnce();
    await files.write('.env', 'A=1\n');
    await linked.linkWithExpiry('.env');
    await run(unlinkEnvFile, linked.row('.env'), 'escape');
    await run(unlinkEnvFile, linked.row('.env'), { press: 'Unlink' });
    const left = files.read('.env') ?? '';
    match(left, /^A=1\nTELNYX_CLIENT_TOKEN=eyJ/);
    await linked.refresh();
    await run(unlinkEnvFile);
    strictEqual(user.texts.at(-1), 'No .env file of this workspace is linked.');
    strictEqual(files.read('.env'), left);

    await linked.linkWithExpiry('.env');
    await run(unlinkEnvFile, undefined, { pick: '.env' }, { press: 'Unlink and Remove Value' });
    strictEqual(files.read('.env'), 'A=1\n');
    strictEqual(user.texts.at(-1), `Unlinked .env, and took ${variable} out of it.`);
  });

  it('says what to do where there is no room', async () => {
    const { user, run } = world();
    await run(linkEnvFile);
    deepStrictEqual(user.messages.at(-1)?.buttons, ['Add Room Token']);
  });
});
