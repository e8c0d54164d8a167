import {
  deepStrictEqual,
  doesNotMatch,
  match,
  notStrictEqual,
  strictEqual,
} from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  env,
  Position,
  Selection,
  window,
  workspace,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { makeJwt } from '../support/makeJwt';
import { vendorClientToken, vendorRefreshToken } from '../support/vendorTokens';
import { countClipboardReads } from './support/clipboardReads';
import { eventually } from './support/eventually';
import { expectNoTrace } from './support/noTrace';
import { activeEditor, closeEditors, openEditor, useTextFiles } from './support/textFiles';
import { useWorld } from './support/world';

const { decodeToken } = commandIds;

describe('Telnyx: Decode Token', () => {
  const world = useWorld();
  const files = useTextFiles();

  /** Runs the command, and gives back the document that comes up. */
  async function decode(): Promise<TextDocument> {
    const { run } = world();
    strictEqual(await run(decodeToken), undefined, 'it answers nothing');
    return (await activeEditor(isDecoded)).document;
  }

  function isDecoded({ document }: TextEditor): boolean {
    return document.uri.scheme === 'telnyx-token';
  }

  /** A client token for a room of its own. */
  function otherToken() {
    const { sandbox } = world();
    const { id } = sandbox.createRoom();
    return { token: sandbox.issueTokens(id).token, shortId: id.slice(0, 8) };
  }

  it('says what a selected token is, with human times beside its claims', async () => {
    const { user } = world();
    const editor = await files.open('notes.txt', `Bearer ${vendorClientToken}\n`);
    editor.selection = new Selection(0, 7, 0, 7 + vendorClientToken.length);
    const text = (await decode()).getText();
    match(text, /^\/\/ Client token for room 9e2a0cbe…, expired \d+ days ago\n/);
    match(text, /\n\/\/ Decoded, not verified: Telnyx publishes no key\n/);
    match(text, /"alg": "Ed25519"/);
    match(text, /"exp": 1619094295, \/\/ \d+ days ago: 2021-04-22T12:24:55Z\n/);
    expectNoTrace(vendorClientToken, text + user.everythingShown);
  });

  it('finds the token in a selection of more, and around a selection of less', async () => {
    const { token, shortId } = otherToken();
    const header = `-H "Authorization: Bearer ${token}"`;
    const editor = await files.open('call.sh', `curl ${header} https://example.com\n`);
    editor.selection = new Selection(0, 5, 0, 5 + header.length);
    match((await decode()).getText(), new RegExp(`^// Client token for room ${shortId}…, valid`));

    const again = await openEditor(editor.document.uri);
    const signature = again.document.getText().indexOf(token) + token.lastIndexOf('.') + 1;
    again.selection = new Selection(0, signature, 0, signature + 20);
    match((await decode()).getText(), new RegExp(`^// Client token for room ${shortId}…, valid`));
  });

  it('decodes the token at the cursor, and does not look at the clipboard', async () => {
    const { token, shortId } = otherToken();
    await env.clipboard.writeText(vendorClientToken);
    const editor = await files.open('app.ts', `const other = 1;\nconst token = '${token}';\n`);
    const inside = editor.document.positionAt(editor.document.getText().indexOf(token) + 40);
    editor.selection = new Selection(inside, inside);
    strictEqual(await countClipboardReads(decode), 0);
    const { document } = await activeEditor(isDecoded);
    match(document.getText(), new RegExp(`^// Client token for room ${shortId}…, valid`));

    await closeEditors();
    strictEqual(await countClipboardReads(decode), 1, 'as there is nothing else');
  });

  it('decodes what was copied when there is none at the cursor', async () => {
    const { room } = world();
    await env.clipboard.writeText(`{"refresh_token":"${room.refreshToken}"}`);
    await files.open('app.ts', 'const token = 1;\n');
    const text = (await decode()).getText();
    match(text, new RegExp(`^// Refresh token for room ${room.shortId}…, valid for`));
    expectNoTrace(room.refreshToken, text);
  });

  it('decodes what was copied when no editor is open', async () => {
    await env.clipboard.writeText(vendorClientToken);
    match((await decode()).getText(), /^\/\/ Client token for room 9e2a0cbe…/);
  });

  it('decodes the JWTs of other services, and masks secrets inside of claims', async () => {
    await env.clipboard.writeText(makeJwt({ sub: 'somebody', password: 'correct-horse' }));
    const text = (await decode()).getText();
    match(text, /^\/\/ A JWT that names no Telnyx room, no expiry known\n/);
    match(text, /"sub": "somebody"/);
    doesNotMatch(text, /correct-horse/);

    await closeEditors();
    await env.clipboard.writeText(vendorRefreshToken);
    match((await decode()).getText(), /"tel_token": "••••••••"/);
  });

  for (const copied of ['', 'See you at nine.', 'eyJhbGciOiJFZDI1NTE5In0.e30']) {
    it(`says what to do when there is nothing to decode but ${JSON.stringify(copied)}`, async () => {
      const { user, run } = world();
      await env.clipboard.writeText(copied);
      const editor = await files.open('notes.txt', 'No token here.\n');
      await run(decodeToken);
      deepStrictEqual(user.texts, [
        'There is no token to decode. Select one in an editor or copy one, then try again.',
      ]);
      strictEqual(window.activeTextEditor, editor, 'no document came up');
    });
  }

  it('says why a selection is no token, and quotes nothing of it', async () => {
    const { user } = world();
    const [header = '', payload = '', signature = ''] = vendorClientToken.split('.');
    const cut = `${header}.${payload.slice(0, 90)}`;
    await env.clipboard.writeText(vendorClientToken);
    const editor = await files.open('notes.txt', `${cut} ${signature}\n`);
    editor.selection = new Selection(0, 0, 0, cut.length + 1 + signature.length);
    const text = (await decode()).getText();
    match(
      text,
      /^\/\/ This is not a readable JWT: .* Select a whole token and decode it again\.\n/,
    );
    expectNoTrace(vendorClientToken, text);
    deepStrictEqual(user.texts, []);
  });

  it('shows a read-only document, not an untitled one, whose address holds no token', async () => {
    const { token } = otherToken();
    await env.clipboard.writeText(token);
    const document = await decode();
    const { uri, isUntitled, languageId } = document;
    strictEqual(isUntitled, false);
    strictEqual(languageId, 'jsonc');
    match(uri.toString(true), /^telnyx-token:\/\d+\/Decoded Token\.jsonc$/);
    const tab = window.tabGroups.activeTabGroup.activeTab;
    strictEqual(tab?.isPreview, true);
    strictEqual(tab.label, 'Decoded Token.jsonc');

    const before = document.getText();
    await window.activeTextEditor?.edit(edit => edit.insert(new Position(0, 0), 'typed'));
    strictEqual(document.getText(), before);
    strictEqual(document.isDirty, false);
    strictEqual(tab.isDirty, false);
    expectNoTrace(token, uri.toString(true) + tab.label + before);
  });

  it('has a document of its own for each token', async () => {
    await env.clipboard.writeText(vendorClientToken);
    const first = await decode();
    await closeEditors();
    await env.clipboard.writeText(otherToken().token);
    const second = await decode();
    notStrictEqual(first.uri.toString(), second.uri.toString());
    notStrictEqual(first.getText(), second.getText());
  });

  it('keeps what the token said only as long as the document is open', async () => {
    await env.clipboard.writeText(vendorClientToken);
    const { uri } = await decode();
    await closeEditors();
    await eventually(() =>
      workspace.textDocuments.every(document => document.uri.toString() !== uri.toString()),
    );
    const reopened = await openEditor(uri);
    match(reopened.document.getText(), /^\/\/ What stood here was kept in memory only/);
    doesNotMatch(reopened.document.getText(), /9e2a0cbe/);
  });
});
