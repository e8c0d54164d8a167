import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostOfEnvironment } from '../../scripts/hosts/hostVersions';
import { readManifest } from '../../scripts/manifest';
import { startEditor, type Editor } from './support/editor';
import { expiryItem } from './support/scene';
import { useTheme } from './support/theme';
import { waitUntil } from './support/waitUntil';
import type { Workbench } from './support/workbench';

interface Manifest {
  readonly contributes: {
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly media: { readonly svg: string } }[];
    }[];
  };
}

const [walkthrough] = (readManifest() as Manifest).contributes.walkthroughs;
const pictures = (walkthrough?.steps ?? []).map(({ media }) => media.svg);

const walkthroughTitle = 'Start with Telnyx Room Tokens';
const token = 'Get a first token';
const clocks = 'See grants and clocks';
const code = 'Use it in code';
const fresh = 'Keep it fresh';
const titles = [token, clocks, code, fresh];

const aMinute = 60_000;

// One stranger's way through the extension: each step stands on those before it.
describe('A stranger without an account, in a fresh window', () => {
  let editor: Editor;

  beforeAll(async () => {
    editor = await startEditor({ settings: { 'workbench.colorTheme': 'Default Dark Modern' } });
    // In a narrower window VS Code leaves the pictures of a walkthrough out.
    await editor.workbench.page.setViewportSize({ width: 1600, height: 900 });
    if (hostOfEnvironment() === 'floor') {
      // In the first session of a profile, VS Code 1.105 opens its own walkthrough in place of any.
      await editor.workbench.reload();
    }
  });

  afterAll(async () => {
    await editor.stop();
  });

  it('has a token that counts down in under a minute, after three clicks', async () => {
    const { workbench } = editor;
    const { view, walkthrough, statusBar, notifications } = workbench;
    const started = Date.now();
    const actions: string[] = [];
    const act = async (name: string, action: () => Promise<void>): Promise<void> => {
      actions.push(name);
      await action();
    };
    await act('the icon in the activity bar', () => view.open());
    await act('the link of the empty view', () => view.clickWelcome('See how it works'));
    const steps = await waitUntil(
      () => walkthrough.steps(),
      steps => steps.some(({ isOpen }) => isOpen),
      'an open step',
    );
    expect(await walkthrough.title()).toBe(walkthroughTitle);
    expect(steps).toEqual(titles.map(title => ({ title, isDone: false, isOpen: title === token })));
    expect((await walkthrough.actions(token))[0]).toBe('Try the Sandbox');

    await act('the first button', () => walkthrough.click(token, 'Try the Sandbox'));
    const first = await statusBar.waitFor(expiryItem, ({ text }) =>
      /^sandbox (10:00|9:5\d)$/.test(text),
    );
    await statusBar.waitFor(
      expiryItem,
      ({ text }) => /^sandbox 9:\d\d$/.test(text) && text !== first.text,
    );
    const seconds = (Date.now() - started) / 1000;
    process.stdout.write(
      `From the first click to a token that counts down: ${seconds.toFixed(1)} s.\n`,
    );
    expect(actions).toHaveLength(3);
    expect(Date.now() - started).toBeLessThan(aMinute);

    await view.waitForRow('sandbox', ({ description }) => /^until .* · sandbox$/.test(description));
    await notifications.waitFor(/^The sandbox runs on this machine/);
    await walkthrough.waitForDone(token);
    await workbench.screenshot('walkthrough-counting');
    await notifications.clear();
  });

  it('sees each step ticked off as it is done, by mouse and by keyboard', async () => {
    const { view, walkthrough, clipboard, notifications, quickInput, statusBar } = editor.workbench;
    await walkthrough.open(clocks);
    await walkthrough.press(clocks, 'Show the Rooms');
    await walkthrough.waitForDone(token);
    await view.expand('sandbox');
    await walkthrough.waitForDone(token, clocks);

    await walkthrough.open(code);
    await walkthrough.press(code, 'Copy Room Token');
    await waitUntil(
      () => clipboard.read(),
      text => text.startsWith('eyJ'),
      'a copy of the token',
    );
    await walkthrough.waitForDone(token, clocks, code);

    await walkthrough.open(fresh);
    await walkthrough.click(fresh, 'refresh it now');
    await quickInput.waitForRow('sandbox');
    await quickInput.escape();
    await quickInput.waitForClose();
    await walkthrough.waitForDone(token, clocks, code);
    await walkthrough.press(fresh, 'Turn On Auto-Refresh');
    await notifications.waitFor(/^Auto-refresh of room sandbox is on/);
    await walkthrough.waitForDone(...titles);
    await statusBar.waitFor(expiryItem);
    await notifications.clear();
  });

  it('finds the walkthrough again by keyboard, as it was left', async () => {
    const { workbench } = editor;
    await closeEditors(workbench);
    await openWalkthrough(workbench);
    await workbench.walkthrough.waitForDone(...titles);
  });

  // Pictures are drawn alike in every version, and it takes long.
  it.runIf(hostOfEnvironment() === 'newest').each([
    ['Light Modern', 'vs'],
    ['Dark High Contrast', 'hc-black'],
    ['Light High Contrast', 'hc-light'],
    ['Dark Modern', 'vs-dark'],
  ])('is shown pictures in the colours of the theme %s', async (theme, kind) => {
    const { workbench } = editor;
    await closeEditors(workbench);
    await useTheme(workbench, theme, kind);
    await openWalkthrough(workbench);
    for (const [index, title] of titles.entries()) {
      await workbench.walkthrough.open(title);
      const names = await colorsOf(pictures[index] ?? '');
      const colors = await workbench.walkthrough.pictureColors(names);
      expect(names.filter((_name, index) => colors[index] === '')).toEqual([]);
      await workbench.screenshot(`walkthrough-${kind}-${index + 1}`);
    }
  });
});

/** Closes every editor; the walkthrough may take the focus from the palette, which is then opened anew. */
async function closeEditors(workbench: Workbench): Promise<void> {
  await waitUntil(
    async () => {
      await workbench.runCommand('View: Close All Editors');
      return workbench.walkthrough.title();
    },
    title => title === '',
    'no walkthrough',
  );
}

/** Opens the walkthrough from the palette, by keyboard alone. */
async function openWalkthrough(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Welcome: Open Walkthrough...');
  await workbench.quickInput.choose(walkthroughTitle);
  await waitUntil(
    () => workbench.walkthrough.title(),
    title => title === walkthroughTitle,
    'the walkthrough',
  );
}

/** The CSS variables that a picture is coloured with. */
async function colorsOf(picture: string): Promise<readonly string[]> {
  const names = (await readFile(picture, 'utf8')).match(/--vscode-[\w-]+/g) ?? [];
  return [...new Set(names)];
}
