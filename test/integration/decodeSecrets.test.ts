import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  commands,
  DiagnosticSeverity,
  Disposable,
  languages,
  Position,
  Range,
  Uri,
  workspace,
  type CodeAction,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import { makeJwt } from '../support/makeJwt';
import { eventually } from './support/eventually';
import { expectNoTrace } from './support/noTrace';
import { awaitMarks, fixesOf, marksOn } from './support/secretMarks';
import { closeEditors, openEditor, useTextFiles } from './support/textFiles';
import { setSetting } from './support/userSettings';
import { useWorld } from './support/world';

describe('Decode: secrets in files', () => {
  const world = useWorld();
  const files = useTextFiles();

  /** A new pair of tokens of the world's room. */
  function pair() {
    const { room, sandbox } = world();
    return sandbox.issueTokens(room.id);
  }

  /** Applies the only fix of a diagnostic. */
  async function fix(document: TextDocument, mark: Diagnostic | undefined): Promise<void> {
    ok(mark);
    const [action, ...others] = await fixesOf(document, mark);
    deepStrictEqual(others, []);
    ok(action?.edit);
    strictEqual(action.isPreferred, true);
    ok(await workspace.applyEdit(action.edit));
  }

  it('are pointed out each, but not offered a hundred fixes at once', async () => {
    const { token } = pair();
    const { document } = await files.open('app.ts', `use('${token}');\n`.repeat(30));
    await awaitMarks(document, 30);
    const all = new Range(0, 0, document.lineCount, 0);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      all,
      'quickfix',
    );
    strictEqual(actions.filter(({ title }) => title.includes('TELNYX_')).length, 10);
  });

  it('are pointed out, each by its kind, and quoted nowhere', async () => {
    const { room, sandbox } = world();
    const { token, refresh_token: refreshToken } = pair();
    const secrets = [token, refreshToken, sandbox.apiKey];
    const address = `https://example.com/rooms/${room.id}?client_token=${token}`;
    const { document } = await files.open(
      'app.ts',
      `use('${token}', "${refreshToken}", \`${sandbox.apiKey}\`);\nopen('${address}');\n`,
    );
    const marks = await awaitMarks(document, 4);
    deepStrictEqual(
      marks.map(({ code }) => code),
      ['client-token', 'refresh-token', 'api-key', 'client-token'],
    );
    deepStrictEqual(
      marks.map(({ range }) => document.getText(range)),
      [...secrets, token],
    );
    ok(marks.every(({ severity }) => severity === DiagnosticSeverity.Information));
    const messages = marks.map(({ message }) => message);
    match(
      messages[0] ?? '',
      new RegExp(`^Telnyx client token \\(room ${room.shortId}…, valid for`),
    );
    match(messages[0] ?? '', /environment variable such as TELNYX_CLIENT_TOKEN and read it from/);
    match(messages[2] ?? '', /^Telnyx API key in this file\./);
    match(messages[3] ?? '', /in an address, which histories and logs keep/);

    const fixes = await Promise.all(marks.map(mark => fixesOf(document, mark)));
    ok(fixes.every(({ length }) => length === 1));
    const titles = fixes.flat().map(({ title }) => title);
    for (const secret of secrets) {
      expectNoTrace(secret, JSON.stringify([messages, titles]));
    }
  });

  for (const { name, before, after } of [
    {
      name: 'app.ts',
      before: `const token = 'SECRET';\nconst url = "/rooms?client_token=SECRET&a=1";\n`,
      after: `const token = process.env.TELNYX_CLIENT_TOKEN;\nconst url = "/rooms?client_token=" + process.env.TELNYX_CLIENT_TOKEN + "&a=1";\n`,
    },
    {
      name: 'app.py',
      before: `token = "SECRET"\nheader = 'Bearer SECRET'\n`,
      after: `token = os.environ["TELNYX_CLIENT_TOKEN"]\nheader = 'Bearer ' + os.environ["TELNYX_CLIENT_TOKEN"]\n`,
    },
  ]) {
    it(`are replaced by an environment variable in ${name}, and then no longer pointed out`, async () => {
      const { document } = await files.open(name, before.replaceAll('SECRET', pair().token));
      const [first] = await awaitMarks(document, 2);
      await fix(document, first);
      const [second] = await awaitMarks(document, 1);
      await fix(document, second);
      await awaitMarks(document, 0);
      strictEqual(document.getText(), after);
    });
  }

  it('have the variable of their kind', async () => {
    const { sandbox } = world();
    const { document } = await files.open(
      'app.js',
      `use('${pair().refresh_token}', '${sandbox.apiKey}');\n`,
    );
    const [first] = await awaitMarks(document, 2);
    await fix(document, first);
    const [second] = await awaitMarks(document, 1);
    await fix(document, second);
    strictEqual(
      document.getText(),
      'use(process.env.TELNYX_REFRESH_TOKEN, process.env.TELNYX_API_KEY);\n',
    );
  });

  it('are pointed out without a fix where none is known to be right', async () => {
    const { document } = await files.open('notes.md', `The token is ${pair().token}.\n`);
    const [mark] = await awaitMarks(document, 1);
    ok(mark);
    deepStrictEqual(await fixesOf(document, mark), []);
  });

  it('are looked for some time after the last change only', async () => {
    const { token } = pair();
    const editor = await files.open('app.ts', '\n');
    const { document } = editor;
    let lastChange = NaN;
    let firstMark = NaN;
    const listeners = [
      workspace.onDidChangeTextDocument(event => {
        lastChange = event.document === document ? Date.now() : lastChange;
      }),
      languages.onDidChangeDiagnostics(() => {
        firstMark = Number.isNaN(firstMark) && marksOn(document)[0] ? Date.now() : firstMark;
      }),
    ];
    for (const line of [`use('${token}');\n`, 'one();\n', 'two();\n']) {
      ok(await editor.edit(edit => edit.insert(new Position(0, 0), line)));
    }
    await eventually(() => !Number.isNaN(firstMark));
    Disposable.from(...listeners).dispose();
    ok(firstMark - lastChange >= 290, `${firstMark - lastChange} ms`);
    strictEqual(document.getText(marksOn(document)[0]?.range), token);
  });

  it('are never replaced where they no longer stand', async () => {
    const editor = await files.open('app.ts', `use('${pair().token}');\n`);
    const { document } = editor;
    const [mark] = await awaitMarks(document, 1);
    ok(mark);
    ok(await editor.edit(edit => edit.insert(new Position(0, 0), 'await ')));
    // The mark is older than the text: there may be no fix, or one for the new place.
    for (const { edit } of await fixesOf(document, mark)) {
      deepStrictEqual(
        edit?.get(document.uri).map(({ range }) => range.start.character),
        [10],
      );
    }
    await eventually(() => marksOn(document)[0]?.range.start.character === 11);
    await fix(document, marksOn(document)[0]);
    strictEqual(document.getText(), 'await use(process.env.TELNYX_CLIENT_TOKEN);\n');
  });

  it('are pointed out only while the setting is on', async () => {
    const { document } = await files.open('app.ts', `use('${pair().token}');\n`);
    await awaitMarks(document, 1);
    await setSetting('diagnostics', false);
    await awaitMarks(document, 0);
    await setSetting('diagnostics', true);
    await awaitMarks(document, 1);
  });

  it('are forgotten with their document', async () => {
    const { document } = await files.open('app.ts', `use('${pair().token}');\n`);
    await awaitMarks(document, 1);
    await closeEditors();
    await awaitMarks(document, 0);
  });

  it('are left alone in .env files, in logs, in what nobody can write, and in other tokens', async () => {
    const { token } = pair();
    const provider = workspace.registerTextDocumentContentProvider('decode-test', {
      provideTextDocumentContent: () => `use('${token}');\n`,
    });
    const quiet = [
      await files.open('.env', `TELNYX_CLIENT_TOKEN=${token}\n`),
      await files.open('.env.local', `TELNYX_CLIENT_TOKEN=${token}\n`),
      await files.open('server.log', `joined with ${token}\n`),
      await files.open('other.ts', `use('${makeJwt({ sub: 'somebody' })}');\n`),
      await openEditor(Uri.parse('decode-test:/app.ts')),
    ].map(({ document }) => document);
    // Looked at last: when it is done, the others are as well.
    const { document } = await files.open('app.ts', `use('${token}');\n`);
    await awaitMarks(document, 1);
    provider.dispose();
    deepStrictEqual(quiet.flatMap(marksOn), []);
  });
});
