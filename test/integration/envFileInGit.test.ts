import { doesNotMatch, match, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { workspace } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { eventually } from './support/eventually';
import { linkedFilesUser, variable } from './support/linkedFilesUser';
import { useWorkspaceFiles } from './support/workspaceFiles';
import { useWorld } from './support/world';

const { ignoreEnvFile } = commandIds;

describe('A linked .env file in a git repository', () => {
  const world = useWorld();
  const files = useWorkspaceFiles();
  const linked = linkedFilesUser(world, files);

  it("is judged without VS Code's git extension", () => {
    strictEqual(workspace.getConfiguration('git').get('enabled'), false);
  });

  it('refuses a tracked file, and says what to do', async () => {
    const { user, refreshOnce } = world();
    await refreshOnce();
    await files.write('.env', 'A=1\n');
    files.git('init', '-q');
    files.git('add', '-f', '.env');
    await linked.link('.env');
    match(user.texts.at(-1) ?? '', /^\.env is tracked by git.*git rm --cached/);
    strictEqual(files.read('.env'), 'A=1\n');
  });

  it('offers the line of .gitignore for a file that git would take', async () => {
    const { user, refreshOnce } = world();
    await refreshOnce();
    await files.write('.env', 'A=1\n');
    await files.write('.gitignore', 'node_modules\r\n');
    files.git('init', '-q');
    await linked.link('.env', 'escape');
    strictEqual(files.read('.env'), 'A=1\n');
    strictEqual(files.read('.gitignore'), 'node_modules\r\n');
    match(user.messages.at(-1)?.detail ?? '', /The line \/\.env is added to \.gitignore\.$/);

    await linked.link('.env', { press: 'Add and Link' });
    strictEqual(files.read('.gitignore'), 'node_modules\r\n/.env\r\n');
    strictEqual(files.read('.env'), `A=1\n${variable}=${await linked.token()}\n`);
    doesNotMatch(files.git('status', '--porcelain', '-uall'), /\.env/);
  });

  it('stops when the file is not ignored any more, says so once, and helps', async () => {
    const { user, run, refreshOnce } = world();
    await refreshOnce();
    await files.write('.env', '');
    await files.write('.gitignore', '.env\n');
    files.git('init', '-q');
    await linked.link('.env');
    const first = await linked.token();
    await files.write('.gitignore', '');
    const problem = '.env is not ignored by git';
    await linked.refresh();
    await eventually(() => user.texts.some(text => text.startsWith(problem)));
    await linked.refresh();
    const third = await linked.refresh();
    strictEqual(files.read('.env'), `${variable}=${first}\n`);
    strictEqual(user.texts.filter(text => text.startsWith(problem)).length, 1);
    await run(ignoreEnvFile, linked.row('.env'));
    strictEqual(files.read('.gitignore'), '/.env\n');
    await linked.awaitText('.env', third);
    strictEqual(user.texts.at(-1), 'Added /.env to .gitignore.');
  });
});
