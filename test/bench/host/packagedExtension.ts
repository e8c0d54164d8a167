import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { vsixFile } from '../../../scripts/hosts/repositoryPaths';

const root = 'extension/';

/**
 * Unpacks dist/telnyx-room-tokens.vsix as VS Code installs it, but for its activation events: the
 * bench itself says when it is activated. Resolves to the folder.
 */
export async function unpackExtension(parent: string): Promise<string> {
  const folder = join(parent, 'telnyx-room-tokens');
  await rm(folder, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(vsixFile)))) {
    if (name.startsWith(root) && !name.endsWith('/')) {
      const file = join(folder, name.slice(root.length));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
  }
  const manifest = join(folder, 'package.json');
  const contents = JSON.parse(await readFile(manifest, 'utf8')) as object;
  await writeFile(manifest, JSON.stringify({ ...contents, activationEvents: [] }));
  return folder;
}

/** Writes an extension that does nothing: the least that an activation can cost. */
export async function writeEmptyExtension(parent: string): Promise<string> {
  const folder = join(parent, 'bench-empty');
  await mkdir(folder, { recursive: true });
  const manifest = {
    name: 'empty',
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '^1.105.0' },
    main: './extension.js',
    activationEvents: [],
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'extension.js'), 'exports.activate = () => undefined;\n');
  return folder;
}
