import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, repositoryFolder } from './repositoryPaths';

/**
 * Writes a shell script that runs vscodeExecutable.ts, for callers that want the path of a program.
 * Resolves to its absolute path.
 */
export async function writeVscodeExecutable(): Promise<string> {
  const file = join(cacheFolder, 'vscode');
  const partial = `${file}-${process.pid}`;
  const command = [
    process.execPath,
    '--import',
    pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
    join(repositoryFolder, 'scripts', 'hosts', 'vscodeExecutable.ts'),
  ];
  const quoted = command.map(part => `'${part.replaceAll("'", String.raw`'\''`)}'`);
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(partial, `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`);
  await chmod(partial, 0o755);
  await rename(partial, file);
  return file;
}
