import { existsSync, realpathSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { spawn } from 'node:child_process';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { findProgram } from './debianPackages';
import { cacheFolder, repositoryFolder } from './repositoryPaths';
import { createTemporaryFolder } from './temporaryFolder';

/** A desktop VS Code with the extension under development. */
export interface Desktop {
  /** Resolves when the user has closed it. */
  readonly closed: Promise<void>;
  /** Closes it, and deletes its data. */
  stop(): Promise<void>;
}

/** Offline this fails at once; on a slow line the server from npm comes sooner. */
const downloadPatience = 120_000;

/**
 * Opens a desktop VS Code with a profile of its own. Undefined where there is no screen to show it
 * on, or none is installed and none can be downloaded.
 */
export async function startDesktop(
  settings: Readonly<Record<string, unknown>>,
): Promise<Desktop | undefined> {
  const executable = hasScreen() ? (findInstalled() ?? (await download())) : undefined;
  if (executable === undefined) {
    return undefined;
  }
  const home = createTemporaryFolder('desktop');
  const userFolder = join(home.path, 'data', 'User');
  await mkdir(userFolder, { recursive: true });
  await writeFile(join(userFolder, 'settings.json'), JSON.stringify(settings, undefined, 2));
  const editor = spawn(
    executable,
    [
      `--extensionDevelopmentPath=${repositoryFolder}`,
      ...['--user-data-dir', join(home.path, 'data')],
      ...['--extensions-dir', join(home.path, 'extensions')],
      ...['--new-window', '--skip-welcome', '--disable-workspace-trust'],
      // Electron refuses to start as root with its sandbox; nobody else gives it up.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: 'ignore' },
  );
  const closed = new Promise<void>((resolve, reject) => {
    editor.on('error', reject);
    editor.on('close', () => resolve());
  });
  return {
    closed,
    async stop() {
      editor.kill();
      await closed;
      await home.remove();
    },
  };
}

function hasScreen(): boolean {
  return (
    process.platform === 'win32' ||
    process.platform === 'darwin' ||
    Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
  );
}

/**
 * The program behind `code` or a fork's command. The command itself is a script that leaves the
 * editor running on its own, so that nothing could end it.
 */
function findInstalled(): string | undefined {
  const command = findProgram(['code', 'codium', 'code-insiders']);
  if (command === undefined) {
    return undefined;
  }
  const script = realpathSync(command);
  const root = dirname(dirname(script));
  const candidates = [
    join(root, script.slice(dirname(script).length + 1)),
    join(root, '..', '..', 'MacOS', 'Electron'),
  ];
  return candidates.find(path => existsSync(path));
}

async function download(): Promise<string | undefined> {
  try {
    return await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: join(cacheFolder, 'desktop'),
      timeout: downloadPatience,
    });
  } catch {
    console.log('VS Code could not be downloaded; the server from the npm registry is used.');
    return undefined;
  }
}
