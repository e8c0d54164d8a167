import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../scripts/manifest';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly contents: string; readonly when?: string }[];
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
  };
}

const { name, publisher, contributes } = readManifest() as Manifest;
const [walkthrough, ...otherWalkthroughs] = contributes.walkthroughs;
const steps = walkthrough?.steps ?? [];
const settings = Object.keys(contributes.configuration.properties);
const commands = contributes.commands.map(({ command }) => command);
const contextKeys = [
  ...setIn('src/vscode/contextKeys.ts', /\bset\(\s*'(\w+)'/g),
  ...setIn('src/vscode/tree/rows.ts', /'setContext', 'telnyxRooms\.(\w+)'/g),
];

/** What VS Code has beside our own commands: those of the editor, and one for each view. */
const commandsOfVscode = [
  'workbench.action.openSettings',
  ...Object.values(contributes.views).flatMap(views => views.map(({ id }) => `${id}.focus`)),
];

/** The context keys that a file sets. */
function setIn(file: string, pattern: RegExp): readonly string[] {
  const names = [...readFileSync(file, 'utf8').matchAll(pattern)];
  return names.map(([, name = '']) => `telnyxRooms.${name}`);
}

/** The links in a text, each with whether it stands alone on its line, where VS Code makes it a button. */
function linksIn(text: string) {
  return text.split('\n').flatMap(line =>
    [...line.matchAll(/\[([^\]]+)\]\(([^)\s]+)\)/g)].map(([link, , target = '']) => ({
      target,
      isButton: link === line,
    })),
  );
}

/** A command link's command and its arguments. */
function commandOf(target: string) {
  const [, command = '', query = ''] = /^command:([\w.]+)(?:\?(.+))?$/.exec(target) ?? [];
  return { command, args: JSON.parse(decodeURIComponent(query) || '[]') as readonly unknown[] };
}

describe('The empty view', () => {
  const welcome = contributes.viewsWelcome.find(({ when }) => when === undefined)?.contents ?? '';
  const links = linksIn(welcome);

  it('has one button and three links, and little text', () => {
    expect(links.filter(({ isButton }) => isButton)).toHaveLength(1);
    expect(links.filter(({ isButton }) => !isButton)).toHaveLength(3);
    expect(welcome.replaceAll(/\]\([^)]+\)/g, '').length).toBeLessThan(240);
  });

  it('leads to the walkthrough', () => {
    expect(links.map(({ target }) => commandOf(target))).toContainEqual({
      command: 'workbench.action.openWalkthrough',
      args: [`${publisher}.${name}#${walkthrough?.id ?? ''}`, false],
    });
  });
});

describe('The walkthrough', () => {
  const links = steps.flatMap(({ description }) => linksIn(description));

  it('is the only one, and has four steps', () => {
    expect(walkthrough?.id).toBe('telnyxRooms.start');
    expect(otherWalkthroughs).toEqual([]);
    expect(steps.map(({ id }) => id)).toEqual(['token', 'clocks', 'code', 'fresh']);
  });

  it('offers the sandbox first, and a button in each step', () => {
    const buttons = steps.map(({ description }) =>
      linksIn(description).filter(({ isButton }) => isButton),
    );
    expect(buttons[0]?.[0]?.target).toBe('command:telnyxRooms.trySandbox');
    expect(buttons.every(({ length }) => length > 0)).toBe(true);
  });

  it('names only commands and settings that exist', () => {
    const used = links
      .filter(({ target }) => target.startsWith('command:'))
      .map(({ target }) => commandOf(target));
    expect(used.length).toBeGreaterThan(0);
    const known = [...commands, ...commandsOfVscode];
    expect(used.filter(({ command }) => !known.includes(command))).toEqual([]);
    expect(used.flatMap(({ args }) => args).filter(arg => !settings.includes(String(arg)))).toEqual(
      [],
    );
  });

  it('leads to what the empty view has no room for', () => {
    const targets = links.map(({ target }) => target);
    expect(targets).toContain('command:telnyxRooms.refreshToken');
    expect(targets).toContain('https://developers.telnyx.com/api/video/refresh-room-client-token');
  });

  it.each(steps)('ticks $id off by events that can happen', ({ completionEvents }) => {
    const known = [
      ...commands.map(command => `onCommand:${command}`),
      ...contextKeys.map(key => `onContext:${key}`),
      ...settings.map(setting => `onSettingChanged:${setting}`),
    ];
    expect(completionEvents.length).toBeGreaterThan(0);
    expect(completionEvents.filter(event => !known.includes(event))).toEqual([]);
  });

  it.each(steps)('shows a picture of $id in the colours of the theme', ({ media }) => {
    const picture = readFileSync(media.svg, 'utf8');
    const colors = [
      ...picture.matchAll(/\b(?:fill|stroke|stop-color|flood-color|color)="([^"]*)"/g),
    ].map(([, color = '']) => color);
    expect(colors.filter(color => !/^(?:none|var\(--vscode-[\w-]+\))$/.test(color))).toEqual([]);
    expect(colors).toContain('var(--vscode-foreground)');
    // VS Code shows it as a part of a page that takes no other styles and runs nothing.
    expect(picture).not.toMatch(/<(?:style|script|image|foreignObject)\b|\s(?:style|href|on\w+)=/);
    expect(statSync(media.svg).size).toBeLessThan(3 * 1024);
    expect(media.altText).toMatch(/^[A-Z].+\.$/);
  });

  it('has nothing to translate in its pictures', () => {
    const texts = steps.flatMap(({ media }) =>
      [...readFileSync(media.svg, 'utf8').matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text),
    );
    expect(texts).toEqual(['9:41', '.env', 'launch.json']);
  });
});
