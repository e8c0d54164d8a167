// npm start: a real VS Code with the extension in it, set to a sandbox of the API on this machine.
import { startSandbox, type Sandbox } from '../src/sandbox/startSandbox';
import { startCodeServer } from './hosts/codeServer';
import { startDesktop } from './hosts/desktop';
import { vsixFile } from './hosts/repositoryPaths';

/** A running VS Code. */
interface RunningEditor {
  /** What the user has to know to see it. */
  readonly where: string;
  /** Resolves when the user has closed it. */
  readonly closed: Promise<void>;
  stop(): Promise<void>;
}

/** The desktop VS Code where the machine has one or can get it, else the server from npm. */
async function startEditor(settings: Readonly<Record<string, unknown>>): Promise<RunningEditor> {
  const desktop = await startDesktop(settings);
  if (desktop) {
    return { where: 'A window of VS Code opens.', ...desktop };
  }
  const server = await startCodeServer({ vsix: vsixFile, settings });
  return {
    where: `VS Code is at ${server.url}: open it in a browser.`,
    closed: new Promise(() => undefined),
    stop: () => server.stop(),
  };
}

function printCredentials(sandbox: Sandbox, where: string): void {
  const { id } = sandbox.createRoom('stand-up');
  const { refresh_token: refreshToken } = sandbox.issueTokens(id, { refreshTokenSeconds: 86_400 });
  console.log(`
${where}
Run "Telnyx: Refresh Room Token" from the palette (F1), and paste:

  Room ID        ${id}
  Refresh token  ${refreshToken}
  API key        ${sandbox.apiKey}

All three are for the sandbox at ${sandbox.baseUrl} and for nothing else.
Ctrl-C ends everything.
`);
}

async function main(): Promise<void> {
  const sandbox = await startSandbox();
  const interrupted = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve());
    }
  });
  const editor = await startEditor({ 'telnyxRooms.apiBaseUrl': sandbox.baseUrl });
  printCredentials(sandbox, editor.where);
  await Promise.race([interrupted, editor.closed]);
  await editor.stop();
  await sandbox.close();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
