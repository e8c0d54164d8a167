import { readFile } from 'node:fs/promises';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../../scripts/hosts/debianPackages';
import { hostVersions } from '../../../scripts/hosts/hostVersions';
import { repositoryFolder } from '../../../scripts/hosts/repositoryPaths';
import { runCommand } from '../../../scripts/hosts/runCommand';

/** One line each of when, where and with what a run was made. */
export async function describeMachine(run: {
  readonly seed: number;
  readonly seconds: number;
}): Promise<readonly string[]> {
  const [cpu] = cpus();
  const { vscode, node, codeServer } = hostVersions.newest;
  const [telnyx, undici] = await Promise.all([versionOf('telnyx'), versionOf('undici')]);
  const curl = findProgram(['curl']);
  const curlVersion =
    curl === undefined ? 'none' : (await runCommand(curl, ['--version'])).split(' ')[1];
  return [
    `${new Date().toISOString().slice(0, 10)}, seed ${run.seed}, ${run.seconds} s`,
    `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()} ${arch()}, load average at the end ${(loadavg()[0] ?? 0).toFixed(1)}`,
    `VS Code ${vscode} (the server of code-server ${codeServer}, in Chromium), Node ${node}, telnyx ${telnyx}, undici ${undici}, curl ${curlVersion ?? ''}`,
  ];
}

async function versionOf(name: string): Promise<string> {
  const file = join(repositoryFolder, 'node_modules', name, 'package.json');
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}
