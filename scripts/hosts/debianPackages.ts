import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './runCommand';

/** apt-get holds a lock of its own, so the installs of one process queue up here. */
let queue: Promise<unknown> = Promise.resolve();

/** Absolute path of a program on PATH, if there is one. */
export function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return names
    .flatMap(name => folders.map(folder => join(folder, name + suffix)))
    .find(path => existsSync(path));
}

/** Whether this machine takes packages from apt-get, and this user may install them. */
export function canInstallDebianPackages(): boolean {
  return process.getuid?.() === 0 && findProgram(['apt-get']) !== undefined;
}

/** Installs Debian packages without asking anything; `purpose` ends the line that announces it. */
export function installDebianPackages(packages: readonly string[], purpose: string): Promise<void> {
  const install = async (): Promise<void> => {
    console.log(`Installing ${packages.join(', ')} with apt-get, ${purpose}…`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const wait = ['-o', 'DPkg::Lock::Timeout=300'];
    await runCommand('apt-get', [...wait, 'update'], { env });
    await runCommand(
      'apt-get',
      [...wait, 'install', '-y', '--no-install-recommends', ...packages],
      { env },
    );
  };
  const result = queue.then(install);
  queue = result.catch(() => undefined);
  return result;
}
