import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { appendFileSync, symlinkSync, unlinkSync } from 'node:fs';
import { it } from 'mocha';
import { Position, commands, window } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { describeInNewest } from './support/inNewest';
import { linkedFilesUser, variable } from './support/linkedFilesUser';
import { openEditor } from './support/textFiles';
import { useWorkspaceFiles } from './support/workspaceFiles';
import { useWorld } from './support/world';

const { forgetEverything, forgetRoom, openEnvFile, writeEnvFile } = commandIds;

describeInNewest('A linked .env file', () => {
  const world = useWorld();
  const files = useWorkspaceFiles();
  const linked = linkedFilesUser(world, files);

  const filler = `# ${'x'.repeat(1_000_000)}\n`;
  for (const [name, before, after] of [
    ['Windows line endings', `A=1\r\n${variable}=x\r\nB=1\r\n`, `A=1\r\n${variable}=§\r\nB=1\r\n`],
    ['a byte order mark', `\ufeff${variable}=x\n`, `\ufeff${variable}=§\n`],
    ['no last newline', `A=1\n${variable}=x`, `A=1\n${variable}=§`],
    ['no last newline and no variable', 'A=1', `A=1\n${variable}=§`],
    [
      'the name twice',
      `${variable}=x\nA=1\n${variable}='y'\n`,
      `${variable}=§\nA=1\n${variable}='§'\n`,
    ],
    ['quotes', `A="b=c"\n${variable}="x" # c\n`, `A="b=c"\n${variable}="§" # c\n`],
    ['export', `  export ${variable} = 'x'\n`, `  export ${variable} = '§'\n`],
    ['a megabyte', `${filler}${variable}=x\n${filler}`, `${filler}${variable}=§\n${filler}`],
  ] as const) {
    it(`keeps every other byte of a file with ${name}, over several refreshes`, async () => {
      const { refreshOnce } = world();
      await refreshOnce();
      await files.write('.env', before);
      const replace = before.includes(variable) ? [{ press: 'Replace' }] : [];
      await linked.link('.env', ...replace);
      strictEqual(files.read('.env'), after.replaceAll('§', await linked.token()));
      for (let round = 0; round < 2; round++) {
        const next = await linked.refresh();
        await linked.awaitText('.env', next);
        strictEqual(files.read('.env'), after.replaceAll('§', next));
      }
      await eventually(() => files.names().join() === '.env');
    });
  }

  it('loses nothing that others write while refreshes run', async () => {
    const { refreshOnce } = world();
    await refreshOnce();
    await files.write('.env', `${variable}=\n`);
    await linked.link('.env');
    let lines = 0;
    const writer = setInterval(() => appendFileSync(files.path('.env'), `L${++lines}=1\n`), 7);
    let last = '';
    for (let round = 0; round < 8; round++) {
      last = await linked.refresh();
    }
    clearInterval(writer);
    await linked.awaitText('.env', last);
    await eventually(() => files.names().length === 1);
    const text = files.read('.env') ?? '';
    const found = text.split('\n').filter(line => line.startsWith('L'));
    deepStrictEqual(
      found.sort(),
      Array.from({ length: lines }, (_value, index) => `L${index + 1}=1`).sort(),
    );
    ok(lines > 20);
    strictEqual(text.split('\n')[0], `${variable}=${last}`);
  });

  it('waits for unsaved changes, and writes when they are saved or reverted', async () => {
    const { user, run, refreshOnce } = world();
    await refreshOnce();
    await files.write('.env', 'A=1\n');
    await linked.link('.env');
    const first = await linked.token();
    const editor = await openEditor(files.uri('.env'));
    await editor.edit(edit => edit.insert(new Position(0, 0), 'B=1\n'));
    const second = await linked.refresh();
    await run(writeEnvFile, linked.row('.env'));
    match(user.texts.at(-1) ?? '', /^\.env has unsaved changes\. Save or revert it/);
    strictEqual(files.read('.env'), `A=1\n${variable}=${first}\n`);
    await editor.document.save();
    await linked.awaitText('.env', second);
    strictEqual(files.read('.env'), `B=1\nA=1\n${variable}=${second}\n`);

    await eventually(() => editor.document.getText().includes(second));
    await editor.edit(edit => edit.insert(new Position(0, 0), 'C=1\n'));
    const third = await linked.refresh();
    await run(writeEnvFile, linked.row('.env'));
    await commands.executeCommand('workbench.action.files.revert');
    await linked.awaitText('.env', third);
    strictEqual(files.read('.env'), `B=1\nA=1\n${variable}=${third}\n`);
  });

  it('is not written through a symbolic link that takes its place', async () => {
    const { user, refreshOnce } = world();
    await refreshOnce();
    await files.write('real/.env', 'A=1\n');
    await files.write('.env', '');
    await linked.link('.env');
    await linked.refresh();
    unlinkSync(files.path('.env'));
    symlinkSync(files.path('real/.env'), files.path('.env'));
    await linked.refresh();
    await eventually(() =>
      user.texts.some(text => text.includes('.env is reached through a symbolic link')),
    );
    strictEqual(files.read('real/.env'), 'A=1\n');
  });

  it('leaves a deleted file deleted, until it is told to write', async () => {
    const { user, run, refreshOnce } = world();
    await refreshOnce();
    await files.write('.env', 'A=1\n');
    await linked.link('.env');
    unlinkSync(files.path('.env'));
    const next = await linked.refresh();
    await eventually(() => user.texts.some(text => text.startsWith('.env is gone.')));
    strictEqual(files.read('.env'), undefined);
    await run(writeEnvFile, linked.row('.env'));
    strictEqual(files.read('.env'), `${variable}=${next}\n`);
    strictEqual(user.texts.at(-1), `Wrote ${variable} to .env.`);
    await run(openEnvFile, linked.row('.env'));
    await eventually(() => window.activeTextEditor?.document.uri.path.endsWith('/.env') === true);
  });

  for (const [name, command, press] of [
    ['its room', forgetRoom, 'Forget'],
    ['everything', forgetEverything, 'Forget Everything'],
  ] as const) {
    it(`goes with its value when ${name} is forgotten`, async () => {
      const { user, run, refreshOnce } = world();
      await refreshOnce();
      await files.write('.env', 'A=1\n');
      await linked.link('.env');
      await run(command, undefined, { press });
      strictEqual(files.read('.env'), 'A=1\n');
      match(
        user.messages.findLast(({ modal }) => modal)?.detail ?? '',
        /taken out of this workspace's files too: \.env\./,
      );
    });
  }
});
