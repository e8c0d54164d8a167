import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands, MarkdownString, Position, type Hover, type TextEditor } from 'vscode';
import { makeJwt } from '../support/makeJwt';
import { vendorClientToken } from '../support/vendorTokens';
import { expectNoTrace } from './support/noTrace';
import { useTextFiles } from './support/textFiles';
import { useWorld } from './support/world';

describe('Decode: the hover on a token', () => {
  const world = useWorld();
  const files = useTextFiles();

  /** The hovers of the extension at a place of the first line. */
  async function hoversAt({ document }: TextEditor, character: number): Promise<readonly Hover[]> {
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new Position(0, character),
    );
    return hovers.filter(hover => texts(hover).some(text => text.includes('Telnyx')));
  }

  function texts({ contents }: Hover): readonly string[] {
    return contents.map(content => (content instanceof MarkdownString ? content.value : ''));
  }

  it('says in two lines whose token it is and when it ends', async () => {
    const { room, sandbox } = world();
    const { token } = sandbox.issueTokens(room.id);
    const before = "const token = '";
    const editor = await files.open('app.ts', `${before}${token}';\n`);
    const hovers = await hoversAt(editor, before.length + 5);
    strictEqual(hovers.length, 1);
    const [hover] = hovers;
    ok(hover);
    const [content, ...others] = hover.contents;
    deepStrictEqual(others, []);
    ok(content instanceof MarkdownString);
    ok(content.isTrusted !== true && content.supportHtml !== true);
    const [what, end, ...more] = content.value.split('\n\n');
    match(what ?? '', new RegExp(`^Client token for room ${room.shortId}…, valid for \\d+ \\w+$`));
    match(
      end ?? '',
      /^Decoded, not verified: Telnyx publishes no key\. Expires \d{4}-\d\d-\d\dT[\d:]+Z \(UTC\)\.$/,
    );
    deepStrictEqual(more, []);
    strictEqual(editor.document.getText(hover.range), token);
    expectNoTrace(token, content.value);
  });

  it('comes in any language, and says that a token has expired', async () => {
    const editor = await files.open('notes.txt', vendorClientToken);
    const [hover] = await hoversAt(editor, vendorClientToken.length - 3);
    match(
      hover ? texts(hover).join() : '',
      /^Client token for room 9e2a0cbe…, expired \d+ days ago/,
    );
  });

  it("comes neither beside a token nor on another service's", async () => {
    const other = makeJwt({ sub: 'somebody' });
    const editor = await files.open('notes.txt', `${other} and ${vendorClientToken}`);
    strictEqual((await hoversAt(editor, other.length + 10)).length, 1, 'on the token');
    deepStrictEqual(await hoversAt(editor, 10), [], "on another service's");
    deepStrictEqual(await hoversAt(editor, other.length + 3), [], 'beside the token');
  });
});
