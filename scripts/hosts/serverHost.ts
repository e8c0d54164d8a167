import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { HostName } from './hostVersions';
import { startProcessGroup } from './processGroup';
import { createTemporaryFolder } from './temporaryFolder';
import { installVscodeServer } from './vscodeServer';

/** A bare VS Code server: for tests that run in the extension host. */
export interface ServerHost {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  /** Where the extensions lie, one folder each. */
  readonly extensionsFolder: string;
  /** Where the server and its extension hosts write their logs. */
  readonly logsFolder: string;
  /** Ends the server with every extension host, and deletes its data. */
  stop(): Promise<void>;
}

const startTimeout = 60_000;

const machineSettings = {
  // VS Code's own git would fail in the middle of a test when the repository of another is deleted.
  'git.enabled': false,
  // It would look for open ports every other second, in the extension host.
  'remote.autoForwardPorts': false,
  'remote.autoForwardPortsSource': 'output',
};

/**
 * Starts a server on a free port with a data folder of its own, and with extensions that lie in
 * folders: a window takes one under development, and no second one.
 *
 * @param env for the server and its extension hosts, beside this process's environment.
 */
export async function startServerHost(
  host: HostName,
  extensions: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<ServerHost> {
  const { nodeBinary, serverScript } = await installVscodeServer(host);
  const dataFolder = createTemporaryFolder('server');
  const extensionsFolder = join(dataFolder.path, 'extensions');
  await Promise.all(
    extensions.map(path => cp(path, join(extensionsFolder, basename(path)), { recursive: true })),
  );
  const machineFolder = join(dataFolder.path, 'data', 'Machine');
  await mkdir(machineFolder, { recursive: true });
  await writeFile(join(machineFolder, 'settings.json'), JSON.stringify(machineSettings));
  const server = startProcessGroup(
    nodeBinary,
    [
      serverScript,
      ...['--host', '127.0.0.1', '--port', '0'],
      '--without-connection-token',
      '--accept-server-license-terms',
      '--disable-telemetry',
      '--disable-workspace-trust',
      '--enable-smoke-test-driver',
      ...['--server-data-dir', dataFolder.path],
    ],
    { ...process.env, ...env },
  );
  const stop = async (): Promise<void> => {
    await server.stop();
    await dataFolder.remove();
  };
  try {
    const ready = await server.waitForOutput(/agent listening on (\d+)/, startTimeout);
    return {
      extensionsFolder,
      origin: `http://127.0.0.1:${ready[1] ?? ''}`,
      logsFolder: join(dataFolder.path, 'data', 'logs'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
