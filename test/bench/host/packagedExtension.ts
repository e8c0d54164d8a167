import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryFolder, vsixFile } from '../../../scripts/hosts/repositoryPaths';
import { unpackExtension } from '../../../scripts/hosts/unpackExtension';

/**
 * Unpacks dist/telnyx-room-tokens.vsix as VS Code installs it, but for its activation events: the
 * bench itself says when it is activated. Resolves to the folder.
 */
export async function unpackUnactivated(parent: string): Promise<string> {
  const folder = await unpackExtension(vsixFile, join(parent, 'telnyx-room-tokens'));
  const manifest = join(folder, 'package.json');
  const contents = JSON.parse(await readFile(manifest, 'utf8')) as object;
  await writeFile(manifest, JSON.stringify({ ...contents, activationEvents: [] }));
  return folder;
}

/** Writes the extensions that do the least there can be, and resolves to their folders. */
export async function writeLeastExtensions(parent: string): Promise<readonly string[]> {
  const ours = JSON.parse(await readFile(join(repositoryFolder, 'package.json'), 'utf8')) as {
    contributes: { commands: readonly unknown[] };
  };
  const commands = `
const { commands } = require('vscode');
exports.activate = ({ subscriptions }) => {
  for (let count = 0; count < ${ours.contributes.commands.length}; count++) {
    subscriptions.push(commands.registerCommand('bench.command' + count, () => undefined));
  }
};`;
  const ticking = `
const { window } = require('vscode');
exports.activate = ({ subscriptions }) => {
  const item = window.createStatusBarItem();
  item.show();
  const tick = setInterval(() => (item.text = new Date().toISOString()), 1000);
  subscriptions.push(item, { dispose: () => clearInterval(tick) });
};`;
  return Promise.all([
    writeExtension(parent, 'empty', 'exports.activate = () => undefined;'),
    writeExtension(parent, 'commands', commands),
    writeExtension(parent, 'ticking', ticking),
  ]);
}

async function writeExtension(parent: string, name: string, code: string): Promise<string> {
  const folder = join(parent, `bench-${name}`);
  await mkdir(folder, { recursive: true });
  const manifest = {
    name,
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '^1.105.0' },
    main: './extension.js',
    activationEvents: [],
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'extension.js'), code);
  return folder;
}
