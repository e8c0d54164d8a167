import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../scripts/manifest';
import { commandIds } from '../../src/vscode/commands/commandIds';

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: string;
      readonly description: string;
      readonly restrictedConfigurations: readonly string[];
    };
    readonly virtualWorkspaces: { readonly supported: string; readonly description: string };
  };
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string }[];
    readonly menus: Readonly<
      Record<string, readonly { command?: string; submenu?: string; when?: string }[]>
    >;
    readonly submenus: readonly { id: string }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { scope?: string; ignoreSync?: boolean; default?: unknown }>
      >;
    };
    readonly languageModelTools: readonly {
      name: string;
      when: string;
      inputSchema: {
        properties: Readonly<Record<string, { type: string; maxLength: number }>>;
        additionalProperties: boolean;
      };
    }[];
    readonly viewsWelcome: readonly { contents: string }[];
  };
}

const manifest = readManifest() as Manifest;
const { commands, menus, configuration } = manifest.contributes;
const ids = commands.map(({ command }) => command);

describe('The manifest', () => {
  it('names the commands that are registered, each with the category', () => {
    expect(new Set(ids)).toEqual(new Set(Object.values(commandIds)));
    expect(commands.filter(({ category }) => category !== 'Telnyx')).toEqual([]);
  });

  it('uses no other command in a menu or in the welcome text, which leads to the walkthrough', () => {
    const used = [
      ...Object.values(menus).flatMap(entries => entries.flatMap(({ command }) => command ?? [])),
      ...manifest.contributes.viewsWelcome.flatMap(({ contents }) =>
        [...contents.matchAll(/command:([\w.]+)/g)].map(([, command]) => command),
      ),
    ];
    const openWalkthrough = 'workbench.action.openWalkthrough';
    expect(used.filter(command => !ids.includes(command ?? ''))).toEqual([openWalkthrough]);
  });

  it('fills every submenu that it shows', () => {
    const shown = Object.values(menus).flatMap(entries =>
      entries.flatMap(({ submenu }) => submenu ?? []),
    );
    expect(shown).toEqual(manifest.contributes.submenus.map(({ id }) => id));
    expect(shown.every(id => (menus[id]?.length ?? 0) > 0)).toBe(true);
  });

  it.each([
    ['telnyxRooms.turnOnAutoRefresh', 'room.clientToken.manual.unpinned', 'room.auto.unpinned'],
    ['telnyxRooms.turnOffAutoRefresh', 'room.unnamed.auto.pinned', 'room.manual.unpinned'],
    ['telnyxRooms.turnOffAutoRefresh', 'room.auto.pinned', 'autoRefresh.off'],
    ['telnyxRooms.renew', 'room.renewable.manual.pinned', 'room.manual.pinned'],
    ['telnyxRooms.renameRoom', 'room.unnamed.manual.pinned', 'room.manual.pinned'],
    ['telnyxRooms.pinRoom', 'room.unpinned', 'room.pinned'],
    ['telnyxRooms.pinRoom', 'room.clientToken.sandbox.unpinned', 'room.clientToken.pinned'],
    ['telnyxRooms.unpinRoom', 'room.pinned', 'room.unpinned'],
    ['telnyxRooms.unpinRoom', 'room.clientToken.pinned', 'room.clientToken.unpinned'],
  ])('shows %s on %s and not on %s', (id, shown, hidden) => {
    const entry = menus['view/item/context']?.find(({ command }) => command === id);
    const pattern = new RegExp(/viewItem =~ \/(.*)\/$/.exec(entry?.when ?? '')?.[1] ?? '^$');
    expect(pattern.test(shown)).toBe(true);
    expect(pattern.test(hidden)).toBe(false);
  });

  it('has types for exactly the oldest VS Code that it runs in', () => {
    expect(manifest.engines.vscode).toBe('^1.105.0');
    expect(manifest.devDependencies['@types/vscode']).toBe('1.105.0');
  });

  it('ships few libraries, in pinned versions', () => {
    expect(Object.keys(manifest.dependencies)).toEqual([
      'ignore',
      'jsonc-parser',
      'jwt-decode',
      'undici',
    ]);
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(version => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('lets no workspace, and no other machine, say where secrets go, nor a workspace how', () => {
    expect(
      Object.keys(configuration.properties).every(name => name.startsWith('telnyxRooms.')),
    ).toBe(true);
    expect(configuration.properties['telnyxRooms.apiBaseUrl']).toMatchObject({
      scope: 'application',
      ignoreSync: true,
      default: 'https://api.telnyx.com/v2',
    });
    expect(configuration.properties['telnyxRooms.network']).toMatchObject({ scope: 'application' });
  });

  it('lets a workspace change but what is harmless, and less than that when it is not trusted', () => {
    const open = Object.entries(configuration.properties)
      .filter(([, { scope }]) => scope !== 'application')
      .map(([name]) => name);
    // How the countdown looks, which TTL is suggested, and whether its own files are marked.
    expect(open.sort()).toEqual([
      'telnyxRooms.defaultTtl',
      'telnyxRooms.diagnostics',
      'telnyxRooms.statusBar.seconds',
    ]);
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    expect(untrustedWorkspaces).toMatchObject({
      supported: 'limited',
      description: expect.stringMatching(
        /Launches, tasks and room terminals get no token, no file is written \(\.env, \.gitignore, launch\.json\), .*no TTL.*marks on secrets/,
      ) as string,
      restrictedConfigurations: ['telnyxRooms.defaultTtl', 'telnyxRooms.diagnostics'],
    });
    expect(virtualWorkspaces).toMatchObject({
      supported: 'limited',
      description: expect.stringMatching(/^\.env files can't be linked/) as string,
    });
  });

  it('has no setting inside of another, which VS Code would not heed', () => {
    const names = Object.keys(configuration.properties);
    expect(names.filter(name => names.some(other => name.startsWith(`${other}.`)))).toEqual([]);
  });

  it('is not started by an address', () => {
    expect(manifest.activationEvents).toEqual(['onStartupFinished']);
  });

  it('offers agents tools with a closed input, while there is a room and the user wants it', () => {
    const { languageModelTools: tools } = manifest.contributes;
    expect(tools).toHaveLength(3);
    for (const { when, inputSchema } of tools) {
      expect(when).toBe('telnyxRooms.hasRooms && config.telnyxRooms.agentTools');
      expect(inputSchema.additionalProperties).toBe(false);
      expect(Object.keys(inputSchema.properties).join()).toMatch(/^(room,api)?$/);
    }
    expect(configuration.properties['telnyxRooms.agentTools']).toMatchObject({
      scope: 'application',
      default: true,
    });
  });

  it('packages only what is named', () => {
    const rules = readFileSync('.vscodeignore', 'utf8')
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#'));
    expect(rules[0]).toBe('**');
    // The build empties dist first, and the canary test lists what stands in it.
    const named = /^!(?:[\w./-]+|dist\/(?:shared\/)?\*\.js)$/;
    expect(rules.slice(1).filter(rule => !named.test(rule))).toEqual([]);
  });
});
