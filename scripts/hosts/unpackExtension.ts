import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/**
 * Unpacks a packaged extension into a folder, in the place of what is there. Resolves to the folder
 * that VS Code would install.
 */
export async function unpackExtension(vsix: string, folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(vsix)))) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  return join(folder, 'extension');
}
