import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { HostName } from './hostVersions';
import { installLanguagePack } from './languagePack';
import { startProcessGroup } from './processGroup';
import { runCommand } from './runCommand';
import { createTemporaryFolder } from './temporaryFolder';
import { installVscodeServer } from './vscodeServer';

/** What is installed and set in the VS Code that a browser is to show. */
export interface CodeServerOptions {
  /** Which VS Code, the newest unless told. */
  readonly host?: HostName;
  /** Absolute path of the packaged extension. */
  readonly vsix: string;
  /** Absolute paths of packaged extensions beside it. */
  readonly otherVsix?: readonly string[];
  /** User settings by their full names. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The language that VS Code and its extensions are to speak, such as `de`; English unless told. */
  readonly language?: string;
  /** Whether a folder has to be trusted first; every folder is trusted unless told. */
  readonly workspaceTrust?: boolean;
}

/** A running code-server: VS Code as its users have it, at an address for a browser. */
export interface CodeServer {
  /** `http://127.0.0.1:PORT/`, an empty window. */
  readonly url: string;
  /** Where VS Code keeps its user's data, with the settings in `User/settings.json`. */
  readonly userDataFolder: string;
  /** Where extensions are installed, one folder each. */
  readonly extensionsFolder: string;
  /** Where the server and its extension hosts write their logs. */
  readonly logsFolder: string;
  /** Ends the server with every extension host, and deletes its data. Safe to repeat. */
  stop(): Promise<void>;
}

const startTimeout = 60_000;

/**
 * No welcome page, no update check, no calls to a marketplace or for telemetry; and terminals whose
 * screen is text rather than pixels.
 */
const quietSettings = {
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'terminal.integrated.gpuAcceleration': 'off',
};

/** Starts code-server on a free port, with folders of its own and nothing but the extension. */
export async function startCodeServer(options: CodeServerOptions): Promise<CodeServer> {
  const { nodeBinary, codeServerScript } = await installVscodeServer(options.host ?? 'newest');
  const home = createTemporaryFolder('code-server');
  const userDataFolder = join(home.path, 'data');
  const extensionsFolder = join(home.path, 'extensions');
  const settings = { ...quietSettings, ...options.settings };
  await mkdir(join(userDataFolder, 'User'), { recursive: true });
  await writeFile(
    join(userDataFolder, 'User', 'settings.json'),
    JSON.stringify(settings, undefined, 2),
  );
  if (options.language !== undefined) {
    await installLanguagePack(userDataFolder, options.language);
  }
  // No configuration of this user's own code-server, and no terminal's link to a running one.
  const env = {
    PATH: [dirname(nodeBinary), process.env['PATH']].join(delimiter),
    HOME: home.path,
    XDG_CONFIG_HOME: join(home.path, 'config'),
    XDG_DATA_HOME: join(home.path, 'share'),
    VSCODE_IPC_HOOK_CLI: '',
  };
  const folders = [
    ...['--user-data-dir', userDataFolder],
    ...['--extensions-dir', extensionsFolder],
  ];
  const packages = [options.vsix, ...(options.otherVsix ?? [])];
  const install = [
    ...[codeServerScript, ...folders],
    ...packages.flatMap(vsix => ['--install-extension', vsix]),
  ];
  await runCommand(nodeBinary, install, { env }).catch(async (error: unknown) => {
    await home.remove();
    throw error;
  });
  const server = startProcessGroup(
    nodeBinary,
    [
      codeServerScript,
      ...folders,
      ...['--auth', 'none', '--bind-addr', '127.0.0.1:0'],
      ...(options.language === undefined ? [] : ['--locale', options.language]),
      ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-getting-started-override',
    ],
    { ...process.env, ...env },
  );
  const stop = async (): Promise<void> => {
    await server.stop();
    await home.remove();
  };
  try {
    const ready = await server.waitForOutput(
      /listening on (http:\/\/127\.0\.0\.1:\d+)/,
      startTimeout,
    );
    return {
      url: `${ready[1] ?? ''}/`,
      userDataFolder,
      extensionsFolder,
      logsFolder: join(userDataFolder, 'logs'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
