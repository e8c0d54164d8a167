// npm run demo: does the whole job by itself in a headless browser, prints what the view and the
// status bar show at each step, and leaves screenshots. Exits with 0 only if they are right.
import { decodeToken } from '../src/core/tokens/decodeToken';
import { expiryItem, refreshFirstTime, startScene, type Scene } from '../test/e2e/support/scene';
import { waitUntil } from '../test/e2e/support/waitUntil';
import { exitWithCaller } from './hosts/exitWithCaller';

/** One step of the demo; it rejects when the window does not show what it should. */
interface DemoStep {
  readonly title: string;
  readonly screenshot: string;
  run(scene: Scene): Promise<void>;
}

const steps: readonly DemoStep[] = [
  {
    title: 'The empty view offers the first tokens and the sandbox',
    screenshot: 'demo-1-welcome',
    async run({ workbench: { view } }) {
      await view.open();
      const text = await waitUntil(
        () => view.welcomeText(),
        text => text.includes('New Room Token') && text.includes('Try the sandbox'),
        'the welcome text',
      );
      console.log(indent(text));
    },
  },
  {
    title: 'Telnyx: Refresh Room Token, by keyboard: room ID, TTL 600 s, refresh token',
    screenshot: 'demo-2-refreshed',
    async run(scene) {
      const { workbench, room } = scene;
      await refreshFirstTime(scene, 600);
      await workbench.view.waitForRow(room.title, row => row.description.startsWith('until '));
      await workbench.statusBar.waitFor(expiryItem, ({ text }) =>
        new RegExp(`^${room.title} (10:00|9:5\\d)$`).test(text),
      );
    },
  },
  {
    title: 'The decoded grants and claims of the new client token',
    screenshot: 'demo-3-grants',
    async run({ workbench: { view }, room }) {
      await view.expand(room.title);
      await view.expand('Grants');
      await view.expand('join');
      await view.expand('Claims');
      await view.waitForRow('Room', row => row.description === room.id);
      await view.waitForRow('Client token', row => row.description.startsWith('•••• until'));
    },
  },
  {
    title: 'Copy Token puts the client token on the clipboard',
    screenshot: 'demo-4-copied',
    async run({ workbench: { notifications, clipboard }, room }) {
      await notifications.click('Copy Token');
      const token = await waitUntil(
        () => clipboard.read(),
        text => text !== '',
        'a token',
      );
      const decoded = decodeToken(token);
      const resource = decoded.ok ? decoded.token.grants[0]?.resources[0] : undefined;
      if (resource !== `telnyx:video:rooms:${room.id}`) {
        throw new Error('The clipboard holds no client token of the room.');
      }
      console.log(indent(`The clipboard holds a client token for ${resource}.`));
    },
  },
  {
    title: 'After a reload of the window all is there again, without a request',
    screenshot: 'demo-5-reloaded',
    async run({ workbench, room, sandbox }) {
      await workbench.reload();
      await workbench.view.waitForRow(room.title, row => row.description.startsWith('until '));
      await workbench.statusBar.waitFor(expiryItem, ({ text }) => /9:\d\d$/.test(text));
      if (sandbox.requests.length !== 1) {
        throw new Error(`Expected 1 request in all, but there were ${sandbox.requests.length}.`);
      }
    },
  },
  {
    title: 'A token of 10 s is counted down, warned about, and shown as expired',
    screenshot: 'demo-6-expired',
    async run({ workbench: { view, quickInput, statusBar }, room }) {
      await view.clickInlineAction(room.title, 'Refresh Room Token');
      await quickInput.waitFor('Refresh Room Token', '1/1');
      await quickInput.type('10');
      await quickInput.accept();
      await statusBar.waitFor(expiryItem, ({ background }) => background === 'warning');
      await statusBar.waitFor(
        expiryItem,
        ({ text, background }) => text.endsWith('expired') && background === 'error',
      );
      await view.waitForRow(room.title, row => row.description.startsWith('expired '));
    },
  },
];

async function main(): Promise<void> {
  exitWithCaller();
  const scene = await startScene();
  try {
    for (const [index, step] of steps.entries()) {
      console.log(`\n${index + 1}. ${step.title}`);
      await step.run(scene);
      await printWindow(scene);
      console.log(indent(await scene.workbench.screenshot(step.screenshot)));
    }
    console.log('\nEverything was as it should be.');
  } finally {
    await scene.stop();
  }
}

async function printWindow({ workbench }: Scene): Promise<void> {
  for (const { level, label, description } of await workbench.view.rows()) {
    console.log(indent(`view        ${'  '.repeat(level - 1)}${label}  ${description}`));
  }
  const item = await workbench.statusBar.read(expiryItem);
  console.log(indent(`status bar  ${item ? `${item.text} (${item.background})` : 'nothing'}`));
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '   ');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
