import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuildTools } from './buildTools';
import { installOnce } from './cacheInstall';
import { hostVersions, type HostName, type HostVersion } from './hostVersions';
import { installNode } from './nodeBinary';
import { npmCompile, npmInstall } from './npm';

/** A VS Code server on this machine, ready to be started with its own Node. */
export interface VscodeServer {
  readonly nodeBinary: string;
  /** Script of the bare server, `lib/vscode/out/server-main.js`. */
  readonly serverScript: string;
  /** Script of code-server's own command line. */
  readonly codeServerScript: string;
}

const codeServerPath = join('node_modules', 'code-server');
const vscodePath = join(codeServerPath, 'lib', 'vscode');

/**
 * The VS Code server of the npm package `code-server`, installed by the first call.
 * Rejects with a sentence that names what is missing when this machine cannot have it.
 */
export async function installVscodeServer(host: HostName): Promise<VscodeServer> {
  if (process.platform === 'win32') {
    throw new Error('The VS Code server runs on Linux and macOS only; use a desktop VS Code here.');
  }
  const version = hostVersions[host];
  const [nodeBinary, folder] = await Promise.all([
    installNode(version.node),
    installOnce(
      folderName(version),
      `Installing the VS Code server ${version.vscode} (once, about half a minute)…`,
      fill => fillServerFolder(fill, host),
    ),
  ]);
  return {
    nodeBinary,
    serverScript: join(folder, vscodePath, 'out', 'server-main.js'),
    codeServerScript: join(folder, codeServerPath, 'out', 'node', 'entry.js'),
  };
}

/** Named after what is compiled too, so that an install without it is not taken for a good one. */
function folderName({ codeServer, nativePackages }: HostVersion): string {
  const compiled = nativePackages.map(({ name }) => name.replace(/^@.*\//, ''));
  return [`code-server-${codeServer}`, ...compiled].join('+');
}

async function fillServerFolder(folder: string, host: HostName): Promise<void> {
  const { codeServer, node, nativePackages } = hostVersions[host];
  await Promise.all([ensureBuildTools(), npmInstall(folder, [`code-server@${codeServer}`])]);
  const vscodeFolder = join(folder, vscodePath);
  await useRegistryWatcher(vscodeFolder);
  await npmInstall(vscodeFolder);
  const nodeBinary = await installNode(node);
  for (const { name, of, tool } of nativePackages) {
    await npmCompile(of === 'vscode' ? vscodeFolder : folder, name, tool, nodeBinary);
  }
}

interface PackageFile {
  dependencies: Record<string, string>;
}

interface ShrinkwrapFile {
  packages: Partial<Record<string, unknown>> & { '': PackageFile };
}

/**
 * VS Code 1.105 pins `@parcel/watcher` to a git commit, which no registry has: pin the release that
 * was made of it instead, and leave every other pinned version alone.
 */
async function useRegistryWatcher(vscodeFolder: string): Promise<void> {
  const watcher = '@parcel/watcher';
  const release = '2.5.1';
  const packageFile = join(vscodeFolder, 'package.json');
  const manifest = JSON.parse(await readFile(packageFile, 'utf8')) as PackageFile;
  if (!manifest.dependencies[watcher]?.includes('#')) {
    return;
  }
  manifest.dependencies[watcher] = release;
  await writeFile(packageFile, JSON.stringify(manifest, undefined, 2));

  const shrinkwrapFile = join(vscodeFolder, 'npm-shrinkwrap.json');
  const shrinkwrap = JSON.parse(await readFile(shrinkwrapFile, 'utf8')) as ShrinkwrapFile;
  shrinkwrap.packages[''].dependencies[watcher] = release;
  // Without an entry npm resolves it anew, together with the binary of this platform.
  shrinkwrap.packages[`node_modules/${watcher}`] = undefined;
  await writeFile(shrinkwrapFile, JSON.stringify(shrinkwrap, undefined, 2));
}
