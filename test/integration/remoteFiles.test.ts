import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { describe, it } from 'mocha';
import { standingOf } from '../../src/vscode/envFiles/standingOf';
import {
  readWorkspaceFile,
  replaceWorkspaceFile,
  tidyWorkspace,
} from '../../src/vscode/envFiles/workspaceFiles';
import { useWorkspaceFiles } from './support/workspaceFiles';

// Files that only VS Code reaches, as those of a remote machine are: here by its own calls on the
// disk of this one.
describe('A file that only VS Code reaches', () => {
  const files = useWorkspaceFiles();
  const replace = (before: string | undefined, after: string) =>
    replaceWorkspaceFile(files.uri('.env'), { before, after, isPrivate: true });

  it('is replaced whole, keeps its mode, and has nothing beside it', async () => {
    await files.write('.env', '\ufeffA=1\r\n');
    chmodSync(files.path('.env'), 0o600);
    const reading = await readWorkspaceFile(files.uri('.env'));
    deepStrictEqual(reading, { kind: 'text', text: '\ufeffA=1\r\n', isReadOnly: false });
    strictEqual(await replace('\ufeffA=1\r\n', '\ufeffA=2\r\n'), true);
    strictEqual(files.read('.env'), '\ufeffA=2\r\n');
    strictEqual(files.mode('.env'), 0o600);
    deepStrictEqual(files.names(), ['.env']);
  });

  it('is left alone where somebody has changed, deleted or made it', async () => {
    await files.write('.env', 'A=1\n');
    strictEqual(await replace('A=0\n', 'A=2\n'), false);
    strictEqual(await replace(undefined, 'A=2\n'), false);
    strictEqual(files.read('.env'), 'A=1\n');
    deepStrictEqual(files.names(), ['.env']);
  });

  it('is made where there is none, and not in place of one that was deleted', async () => {
    strictEqual(await replace('A=1\n', 'A=2\n'), false);
    deepStrictEqual(files.names(), []);
    strictEqual(await replace(undefined, 'A=2\n'), true);
    strictEqual(files.read('.env'), 'A=2\n');
  });

  it('is not read through a link, nor where it is no text', async () => {
    await files.write('real/.env', 'A=1\n');
    await files.write('bytes', Buffer.of(0x41, 0xe4));
    symlinkSync(files.path('real/.env'), files.path('.env'));
    symlinkSync(files.path('real'), files.path('away'));
    const obstacles = await Promise.all(
      ['.env', 'away/.env', 'real', 'bytes', 'nothing'].map(async name => {
        const reading = await readWorkspaceFile(files.uri(name));
        return reading.kind === 'obstacle' ? reading.obstacle : reading.kind;
      }),
    );
    deepStrictEqual(obstacles, ['link', 'link', 'notAFile', 'notUtf8', 'missing']);
  });

  it('comes back where its replacement was broken off, and what was left behind goes', async () => {
    mkdirSync(files.path('.telnyx-rooms-old'));
    writeFileSync(files.path('.telnyx-rooms-old/.env'), 'A=2\n');
    const made = new Date(Date.now() - 3_600_000);
    utimesSync(files.path('.telnyx-rooms-old'), made, made);
    await tidyWorkspace(files.uri('.env'));
    strictEqual(files.read('.env'), 'A=2\n');
    deepStrictEqual(files.names(), ['.env']);
  });

  it('has its standing with git read from there; other file systems know none', async () => {
    await files.write('app/.env', '');
    strictEqual((await standingOf(files.uri('app/.env').toString())).kind, 'noRepository');
    files.git('init', '-q', 'app');
    deepStrictEqual(await standingOf(files.uri('app/.env').toString()), {
      kind: 'exposed',
      gitIgnoreFile: files.uri('app/.gitignore').path,
      gitIgnoreLine: '/.env',
    });
    await files.write('app/.gitignore', '.env\n');
    strictEqual((await standingOf(files.uri('app/.env').toString())).kind, 'ignored');
    symlinkSync(files.path('app'), files.path('elsewhere'));
    strictEqual((await standingOf(files.uri('elsewhere/.env').toString())).kind, 'ignored');
    strictEqual((await standingOf('vscode-vfs://github/owner/name/.env')).kind, 'unknown');
    ok(readFileSync(files.path('app/.gitignore'), 'utf8'));
  });
});
