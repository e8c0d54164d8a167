import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';
import { loadOnce } from '../../../src/core/loadOnce';
import type { RoomRecord } from '../../../src/core/rooms/room';
import { roomKey } from '../../../src/core/rooms/roomIdentity';
import { serializeTokenSecret } from '../../../src/core/secrets/tokenSecret';

interface Extension {
  activate(context: unknown): unknown;
}

/** A part of an editor that takes every call, and has whatever it is asked for. */
export function anything(members: Readonly<Record<string, unknown>> = {}): unknown {
  function part(): void {
    // Never called: the traps answer.
  }
  return new Proxy(part, {
    get: (_target, name) =>
      typeof name === 'symbol' || name === 'then'
        ? undefined
        : name in members
          ? members[name]
          : anything(),
    set: () => true,
    apply: () => anything(),
    construct: () => anything() as object,
  });
}

/** What `l10n.t` of VS Code answers where there is no translation. */
function english(message: string, ...values: readonly unknown[]): string {
  return message.replace(/\{(\d+)\}/g, (_placeholder, index: string) =>
    String(values[Number(index)]),
  );
}

/** As in VS Code. */
export class FakeDisposable {
  static from = (...parts: { dispose(): unknown }[]) =>
    new FakeDisposable(() => parts.forEach(part => part.dispose()));
  constructor(readonly dispose: () => void) {}
}

const bundled = loadOnce(async () => {
  const { outputFiles } = await build({
    entryPoints: ['src/extension.ts'],
    bundle: true,
    mainFields: ['module', 'main'],
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
});

/** Starts the extension in an editor that has these parts as they are, and gives it this context. */
export async function activateIn(
  parts: Readonly<Record<string, unknown>>,
  context: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const required = createRequire(import.meta.url);
  const load = (name: string): unknown =>
    name === 'vscode' ? anything({ l10n: { t: english }, ...parts }) : required(name);
  const module = { exports: {} };
  const run = compileFunction(await bundled(), ['module', 'exports', 'require']) as (
    ...values: readonly unknown[]
  ) => void;
  run(module, module.exports, load);
  return (module.exports as Extension).activate(context);
}

/** A context in which rooms are stored, with their tokens, that counts what is read of it. */
export function contextOf(records: readonly RoomRecord[]) {
  const state = new Map<string, unknown>();
  const secrets = new Map<string, string>();
  const heard = new Set<(event: { key: string }) => void>();
  const reads = { state: 0, secrets: 0 };
  const subscriptions: { dispose(): unknown }[] = [];

  /** Keeps a room as another window does, with what VS Code tells of it. */
  const store = (record: RoomRecord) => {
    const key = roomKey(record);
    const { id, baseUrl, sandbox, clientToken: times } = record;
    state.set(`telnyxRooms.room:${key}`, record);
    if (times !== undefined) {
      const room = { id, baseUrl, sandbox };
      const secretKey = `telnyxRooms.clientToken:${key}`;
      const secret = { kind: 'client', room, times, token: 'not a token' } as const;
      secrets.set(secretKey, serializeTokenSecret(secret));
      heard.forEach(listener => listener({ key: secretKey }));
    }
  };
  records.forEach(store);
  const context = {
    subscriptions,
    globalState: {
      keys: () => [...state.keys()],
      get(key: string) {
        reads.state++;
        return state.get(key);
      },
      update: (key: string, value: unknown) => Promise.resolve(void state.set(key, value)),
    },
    workspaceState: { keys: () => [], get: () => undefined },
    globalStorageUri: { fsPath: '/nowhere' },
    secrets: {
      keys: () => Promise.resolve([...secrets.keys()]),
      get(key: string) {
        reads.secrets++;
        return Promise.resolve(secrets.get(key));
      },
      onDidChange(listener: (event: { key: string }) => void) {
        heard.add(listener);
        return { dispose: () => heard.delete(listener) };
      },
    },
  };
  return { context, reads, store, listeners: () => heard.size };
}
