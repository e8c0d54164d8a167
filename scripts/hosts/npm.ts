import { writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { runCommand } from './runCommand';

const quietly = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * Installs packages into `folder`, or what the package.json there asks for when none is named.
 * Scripts of the packages are never run: those of code-server download what no registry has.
 */
export async function npmInstall(folder: string, packages: readonly string[] = []): Promise<void> {
  if (packages.length > 0) {
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  }
  await runCommand(
    'npm',
    ['install', '--ignore-scripts', '--omit=dev', '--prefer-offline', ...quietly, ...packages],
    { cwd: folder },
  );
}

/**
 * Compiles the native part of a package that is installed in `folder`, for the Node at
 * `nodeBinary` and with the headers that lie beside it, so that none are downloaded.
 */
export async function npmCompile(
  folder: string,
  packageName: string,
  tool: 'node-gyp' | 'node-pre-gyp',
  nodeBinary: string,
): Promise<void> {
  const headers = `--nodedir=${dirname(dirname(nodeBinary))}`;
  await runCommand('npm', ['explore', packageName, '--', tool, 'rebuild', headers], {
    cwd: folder,
    env: { PATH: [dirname(nodeBinary), process.env['PATH']].join(delimiter), JOBS: 'max' },
  });
}
