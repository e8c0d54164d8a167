import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TelnyxRoomTokens } from '../../../src/core/programs/telnyxRooms';
import { roomOf } from '../display/rooms';
import { activateIn, anything, contextOf, FakeDisposable } from './fakeEditor';

interface Contributions {
  readonly commands: readonly { command: string }[];
  readonly languageModelTools: readonly { name: string }[];
  readonly terminal: { readonly profiles: readonly { id: string }[] };
  readonly views: Readonly<Record<string, readonly { id: string }[]>>;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: Contributions;
};

/** What VS Code wants at once where it has activated the extension for it. */
const wantedAtOnce = [
  ...contributes.commands.map(({ command }) => `registerCommand ${command}`),
  ...contributes.terminal.profiles.map(({ id }) => `registerTerminalProfileProvider ${id}`),
  ...contributes.languageModelTools.map(({ name }) => `registerTool ${name}`),
];

/** Let go of after each test. */
const started: { dispose(): unknown }[] = [];

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  started.splice(0).forEach(part => part.dispose());
  vi.useRealTimers();
});

type Call = (...args: readonly unknown[]) => unknown;

const neverCancelled = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};

/** What holds something of the editor until it is disposed, by how its function's name begins. */
const holding = /^(?:register|create|onDid)/;

/** An editor that keeps what is registered, created or listened to in it until that is disposed. */
function watchedEditor() {
  const held = new Map<symbol, { readonly name: string; readonly args: readonly unknown[] }>();
  const shown: string[] = [];
  const group = (members: Readonly<Record<string, unknown>> = {}) =>
    new Proxy(members, {
      get(_target, name) {
        if (typeof name === 'symbol' || name in members || !holding.test(name)) {
          return typeof name === 'symbol' ? undefined : (members[name] ?? anything());
        }
        return (...args: readonly unknown[]) => {
          const key = Symbol(name);
          held.set(key, { name: `${name} ${String(args[0])}`, args });
          return anything({
            dispose: () => held.delete(key),
            show: () => void shown.push(String(args[0])),
          });
        };
      },
    });
  const parts = {
    Disposable: FakeDisposable,
    LanguageModelTextPart: class {
      constructor(readonly value: string) {}
    },
    LanguageModelToolResult: class {
      constructor(readonly content: readonly unknown[]) {}
    },
    commands: group(),
    languages: group(),
    lm: group(),
    window: group({ state: { focused: true } }),
    workspace: group({ textDocuments: [] }),
  };
  const names = () => [...held.values()].map(({ name }) => name);
  const find = (name: string) => [...held.values()].find(each => each.name === name)?.args ?? [];
  return {
    parts,
    names,
    /** What was shown, by what was asked for when it was created. */
    shown,
    isOpen: () => names().includes(`createTreeView ${contributes.views['telnyxRooms']?.[0]?.id}`),
    run: (command: string) => (find(`registerCommand ${command}`)[1] as Call)(),
    invoke: (tool: string) =>
      (find(`registerTool ${tool}`)[1] as { invoke: Call }).invoke({ input: {} }, neverCancelled),
  };
}

/** Activates the extension in an editor that has these parts; it knows one room. */
async function activate(parts: Readonly<Record<string, unknown>>) {
  const { context, listeners } = contextOf([roomOf().record]);
  const exports = await activateIn(parts, { ...context, subscriptions: started });
  return { exports: exports as TelnyxRoomTokens, listeners };
}

describe('Activation', () => {
  it('registers what VS Code wants at once, and nothing else', async () => {
    const { parts, names, isOpen } = watchedEditor();
    await activate(parts);
    expect(names().sort()).toEqual([...wantedAtOnce].sort());
    expect(isOpen()).toBe(false);
  });

  it('has the window opened without anybody asking, once', async () => {
    const { parts, names, isOpen } = watchedEditor();
    await activate(parts);
    await vi.advanceTimersByTimeAsync(1);
    expect(isOpen()).toBe(true);
    expect(names().filter(name => name.startsWith('createTreeView'))).toHaveLength(1);
    expect(new Set(names())).toEqual(new Set([...names(), ...wantedAtOnce]));
  });

  it('lets a command that comes earlier wait for the window, and then run', async () => {
    const { parts, names, shown, isOpen, run } = watchedEditor();
    await activate(parts);
    const ran = run('telnyxRooms.showLog');
    expect([isOpen(), shown]).toEqual([false, []]);
    await ran;
    expect(isOpen()).toBe(true);
    expect(shown).toContain('Telnyx Room Tokens');
    await vi.advanceTimersByTimeAsync(1);
    expect(names().filter(name => name.startsWith('createTreeView'))).toHaveLength(1);
  });

  it('lets agents and other extensions that come earlier wait for the window as well', async () => {
    const { parts, isOpen, invoke } = watchedEditor();
    const { exports } = await activate(parts);
    const answers = Promise.all([exports.getApi(1), invoke('telnyx_rooms_list')]);
    expect(isOpen()).toBe(false);
    const [api, answer] = await answers;
    expect(api.getRooms()).toHaveLength(1);
    expect(answer).toMatchObject({
      content: [{ value: expect.stringMatching(/"rooms": \[\s+\{/) as string }],
    });
    await expect(exports.getApi(2 as 1)).rejects.toMatchObject({ code: 'unknownVersion' });
  });

  it.each(['before the window is open', 'while it is opened', 'with the window'])(
    'leaves nothing behind when it ends %s',
    async moment => {
      const { parts, names, isOpen, run } = watchedEditor();
      const { listeners } = await activate(parts);
      const ran = moment.startsWith('while') ? run('telnyxRooms.showLog') : undefined;
      if (moment.startsWith('with the')) {
        await vi.advanceTimersByTimeAsync(1000);
        expect(isOpen()).toBe(true);
      }
      started.splice(0).forEach(part => part.dispose());
      await ran;
      await vi.advanceTimersByTimeAsync(1000);
      expect([names(), listeners(), vi.getTimerCount()]).toEqual([[], 0, 0]);
    },
  );

  it('says that the window does not open to who asked, and tries again', async () => {
    const { parts, isOpen, run } = watchedEditor();
    const { createOutputChannel } = parts.window as { createOutputChannel: Call };
    const create = vi.fn<Call>(createOutputChannel).mockImplementationOnce(() => {
      throw new Error('no channel');
    });
    const window = new Proxy(parts.window, {
      get: (target, name) =>
        name === 'createOutputChannel' ? create : (Reflect.get(target, name) as unknown),
    });
    await activate({ ...parts, window });
    await expect(run('telnyxRooms.showLog')).rejects.toThrow('no channel');
    expect(isOpen()).toBe(false);
    await run('telnyxRooms.showLog');
    expect(isOpen()).toBe(true);
  });

  it.each([
    ['vscode.lm', { lm: undefined }],
    ['tools in vscode.lm', { lm: {} }],
  ])('goes well in an editor without %s', async (_name, parts) => {
    expect((await activate(parts)).exports).toHaveProperty('getApi');
  });
});
