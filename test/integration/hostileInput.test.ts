import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { it } from 'mocha';
import * as vscode from 'vscode';
import { systemClock } from '../../src/core/time/clock';
import { ServerClocks } from '../../src/core/time/serverClocks';
import { decodeToken, timesOfToken } from '../../src/core/tokens/decodeToken';
import { detailRows } from '../../src/display/detailRows';
import { roomRow } from '../../src/display/roomRow';
import type { Row } from '../../src/display/row';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { ExpiryStatusBar } from '../../src/vscode/statusBar/expiryStatusBar';
import { PinnedRoom } from '../../src/vscode/statusBar/pinnedRoom';
import { rowItem } from '../../src/vscode/tree/rowItem';
import { hostileTexts } from '../support/hostile/hostileTexts';
import { hostileTokens } from '../support/hostile/hostileTokens';
import { problemsOf } from '../support/hostile/inertText';
import { MemoryState } from '../support/memoryState';
import { roomId } from '../support/telnyxTokens';
import { contextAt, roomOf } from '../unit/display/rooms';
import { describeInNewest } from './support/inNewest';
import { useTextFiles } from './support/textFiles';
import { useWorld } from './support/world';

const { addToken, newToken, refreshToken } = commandIds;

/** Tokens of the corpus that Add Room Token takes as they are. */
const worst = hostileTokens.filter(({ name }) =>
  [
    'a command link, everywhere',
    'an icon, everywhere',
    'a right-to-left override, everywhere',
    'right-to-left letters with digits, everywhere',
    'lone surrogates, everywhere',
    'an HTML link, everywhere',
    'a token in a sentence, everywhere',
    'exp is 1e400',
    'exp is the year 9999',
    'a claim named __proto__',
    'a claim of 3,700 beginnings of tokens',
    'a claim of 3,000 icons',
  ].includes(name),
);

/** Names that a room of an account may have. */
const names = Object.values(hostileTexts)
  .map(text => text.trim())
  .filter(text => text !== '' && text.length <= 100);

function expectInert(where: string, texts: readonly string[]): void {
  deepStrictEqual(
    texts.flatMap(text => problemsOf({ where, text, longest: 700 })),
    [],
  );
}

function withDescendants(row: Row): readonly Row[] {
  return [row, ...(row.children ?? []).flatMap(withDescendants)];
}

describeInNewest('Hostile input in a real window', () => {
  const world = useWorld();
  const files = useTextFiles();

  it('has a dozen of the worst tokens to store', () => {
    strictEqual(worst.length, 12);
  });

  for (const { name, token } of worst) {
    it(`keeps a token with ${name}, and shows nothing live of it`, async () => {
      const { user, run } = world();
      await run(addToken, undefined, { type: token });
      match(user.texts[0] ?? '', /^Kept: Client token for room 9e2a0cbe, valid /);
      await run(refreshToken, undefined, 'escape');
      const [row] = user.inputs.at(-1)?.answeredRows ?? [];
      strictEqual(row?.label, '9e2a0cbe');
      expectInert('what was said', [
        ...user.texts,
        ...user.inputs.flatMap(({ remarks }) => remarks.map(({ text }) => text)),
        row.description ?? '',
        row.detail ?? '',
      ]);
      ok(!user.everythingShown.includes(token.split('.')[1]?.slice(0, 16) ?? ''));
    });

    it(`draws a token with ${name} as plain rows`, () => {
      const times = timesOfToken(token);
      const room = roomOf({ clientToken: times });
      const context = contextAt(Date.now());
      const rows = [
        roomRow(room, context),
        ...detailRows(room, { client: decodeToken(token) }, context),
      ].flatMap(withDescendants);
      for (const row of rows) {
        const item = rowItem(row, vscode.TreeItemCollapsibleState.None);
        // A string is plain text to VS Code; Markdown and commands are objects.
        ok(typeof item.label === 'string' && typeof item.tooltip === 'string');
        ok(typeof item.description === 'string' || item.description === false);
        strictEqual(item.command, undefined);
        strictEqual(item.resourceUri, undefined);
        expectInert(row.id, [item.label, item.tooltip, item.description || '']);
      }
    });

    it(`says in the hover on a token with ${name} what is ours to say`, async () => {
      const { document } = await files.open('token.txt', token);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(0, 20),
      );
      const contents = hovers.flatMap(hover => hover.contents);
      strictEqual(contents.length, 1);
      for (const content of contents) {
        ok(content instanceof vscode.MarkdownString);
        ok(content.isTrusted !== true && content.supportHtml !== true);
        match(
          content.value,
          /^Client token for room 9e2a0cbe…, [\w ]+\n\nDecoded, not verified: Telnyx publishes no key\.(?: Expires [\dTZ:-]+ \(UTC\)\.)?$/,
        );
      }
    });
  }

  it('lists rooms of an account with the worst names, each with a label', async () => {
    const { sandbox, user, run, enterApiKey } = world();
    names.forEach(name => sandbox.createRoom(name));
    await enterApiKey();
    await run(newToken, undefined, { await: 'stand-up' }, 'escape');
    const rows = user.inputs.at(-1)?.answeredRows ?? [];
    ok(rows.length > names.length);
    expectInert(
      'a row',
      rows.flatMap(({ label, description = '' }) => [
        label,
        description.replace(/\$\([a-z]+\) /g, ''),
      ]),
    );
    deepStrictEqual(
      rows.filter(({ label }) => label.trim() === ''),
      [],
    );
  });

  it('draws the status bar from the worst names, with no icon but its own', () => {
    const { createStatusBarItem } = vscode.window;
    const items: vscode.StatusBarItem[] = [];
    const noted = (...args: Parameters<typeof createStatusBarItem>) => {
      const item = createStatusBarItem(...args);
      items.push(item);
      return item;
    };
    for (const name of names) {
      const room = roomOf({ name, clientToken: { expiresAt: 253_402_300_799_000 } });
      Object.assign(vscode.window, { createStatusBarItem: noted });
      const never = () => ({ dispose: () => undefined });
      const bar = new ExpiryStatusBar(
        { all: () => [room], get: () => room, onDidChange: never },
        new PinnedRoom(new MemoryState()),
        { now: () => Date.now(), of: () => contextAt(Date.now()) },
        new ServerClocks(systemClock),
      );
      bar.start();
      Object.assign(vscode.window, { createStatusBarItem });
      const item = items.at(-1);
      ok(item !== undefined && typeof item.tooltip === 'string');
      match(item.text, /^\$\(key\) .+ \d{7} days$/u);
      const label = item.accessibilityInformation?.label ?? '';
      expectInert('the status bar', [item.text, item.tooltip, label]);
      bar.dispose();
    }
    strictEqual(items.length, names.length);
  });

  it('decodes the worst tokens to a document that hides nothing', async () => {
    for (const { token } of worst) {
      await vscode.env.clipboard.writeText(token);
      await world().run(commandIds.decodeToken);
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      match(text, new RegExp(`^// Client token for room ${roomId.slice(0, 8)}…`));
      ok(!/(?![\n\ufe0f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\p{Cs}]/u.test(text));
    }
  });
});
