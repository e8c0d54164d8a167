import { deepStrictEqual, ok } from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands, extensions } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';

describe('The extension', () => {
  const extension = extensions.getExtension('telnyx-room-tokens.telnyx-room-tokens');

  it('starts with VS Code, gives only its API away, and registers its commands', async () => {
    ok(extension);
    const exports: unknown = await extension.activate();
    ok(Object.isFrozen(exports));
    deepStrictEqual(Object.keys(exports as object), ['getApi']);
    const registered = (await commands.getCommands(true)).filter(id =>
      id.startsWith('telnyxRooms.'),
    );
    const own = Object.values(commandIds);
    deepStrictEqual(
      own.filter(id => !registered.includes(id)),
      [],
    );
  });

  it("leaves Node's own fetch alone", async () => {
    const symbols = ['undici.globalDispatcher.1', 'undici.globalDispatcher.2'].map(Symbol.for);
    const read = () => symbols.map(symbol => (globalThis as Record<symbol, unknown>)[symbol]);
    const before = read();
    const { UndiciTransport } = await import('../../src/net/undiciTransport');
    await new UndiciTransport().close();
    const after = read();
    ok(after.every((dispatcher, index) => dispatcher === before[index]));
  });
});
