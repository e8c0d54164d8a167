import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';
import { afterEach, describe, expect, it } from 'vitest';
import { roomOf } from '../display/rooms';

interface Extension {
  activate(context: unknown): unknown;
}

const subscriptions: { dispose(): unknown }[] = [];

afterEach(() => {
  subscriptions.splice(0).forEach(subscription => subscription.dispose());
});

/** A part of an editor that takes every call, and has whatever it is asked for. */
function anything(members: Readonly<Record<string, unknown>> = {}): unknown {
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

/** Activates the extension in an editor that has these parts as they are; it knows one room. */
async function activateIn(parts: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { outputFiles } = await build({
    entryPoints: ['src/extension.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    write: false,
  });
  const required = createRequire(import.meta.url);
  const load = (name: string): unknown => (name === 'vscode' ? anything(parts) : required(name));
  const module = { exports: {} };
  const code = outputFiles[0]?.text ?? '';
  const run = compileFunction(code, ['module', 'exports', 'require']) as (
    ...values: readonly unknown[]
  ) => void;
  run(module, module.exports, load);
  const { key, record } = roomOf();
  return (module.exports as Extension).activate({
    subscriptions,
    globalState: { keys: () => [`telnyxRooms.room:${key}`], get: () => record },
    workspaceState: { keys: () => [], get: () => undefined },
    globalStorageUri: { fsPath: '/nowhere' },
    secrets: anything(),
  });
}

describe('Activation', () => {
  it('registers every tool that the manifest contributes where agents can use tools', async () => {
    const registered: string[] = [];
    await activateIn({ lm: { registerTool: (name: string) => registered.push(name) } });
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { languageModelTools: readonly { name: string }[] };
    };
    const contributed = manifest.contributes.languageModelTools.map(({ name }) => name);
    expect(registered.sort()).toEqual(contributed.sort());
  });

  it.each([
    ['vscode.lm', { lm: undefined }],
    ['tools in vscode.lm', { lm: {} }],
  ])('goes well in an editor without %s', async (_name, parts) => {
    expect(await activateIn(parts)).toHaveProperty('getApi');
  });
});
