import { join } from 'node:path';
import { installOnce } from './cacheInstall';
import { npmInstall } from './npm';

/**
 * Absolute path of a Node binary of exactly this version, from the npm package of this platform.
 * The headers for native packages lie two folders above it, in `include`.
 */
export async function installNode(version: string): Promise<string> {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const packageName = `node-${platform}-${process.arch}`;
  const folder = await installOnce(`node-${version}`, `Installing Node ${version} (once)…`, fill =>
    npmInstall(fill, [`${packageName}@${version}`]),
  );
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(folder, 'node_modules', packageName, 'bin', binary);
}
