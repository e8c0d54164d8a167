import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { roomOf } from '../display/rooms';
import { activateIn, contextOf } from './fakeEditor';

const subscriptions: { dispose(): unknown }[] = [];

afterEach(() => {
  subscriptions.splice(0).forEach(subscription => subscription.dispose());
});

/** Activates the extension in an editor that has these parts as they are; it knows one room. */
function activate(parts: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { context } = contextOf([roomOf().record]);
  return activateIn(parts, { ...context, subscriptions });
}

describe('Activation', () => {
  it('registers every tool that the manifest contributes where agents can use tools', async () => {
    const registered: string[] = [];
    await activate({ lm: { registerTool: (name: string) => registered.push(name) } });
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { languageModelTools: readonly { name: string }[] };
    };
    const contributed = manifest.contributes.languageModelTools.map(({ name }) => name);
    await vi.waitFor(() => expect([...registered].sort()).toEqual(contributed.sort()));
  });

  it.each([
    ['vscode.lm', { lm: undefined }],
    ['tools in vscode.lm', { lm: {} }],
  ])('goes well in an editor without %s', async (_name, parts) => {
    expect(await activate(parts)).toHaveProperty('getApi');
  });
});
