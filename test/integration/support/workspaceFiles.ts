import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'mocha';
import { commands, ConfigurationTarget, Uri, workspace } from 'vscode';
import { closeEditors } from './textFiles';

/** The folder that the window is open on. */
export interface WorkspaceFiles {
  readonly path: (name: string) => string;
  readonly uri: (name: string) => Uri;
  write(name: string, content: string | Uint8Array): Promise<void>;
  /** Undefined when there is no such file. */
  read(name: string): string | undefined;
  /** What stands in a folder, sorted. */
  names(name?: string): readonly string[];
  /** The permission bits of a file. */
  mode(name: string): number;
  /** Runs git there. */
  git(...args: readonly string[]): string;
}

/**
 * The folder of the window for a suite: emptied after each test, with every editor closed. Nothing is
 * saved by itself, as VS Code does in a browser.
 */
export function useWorkspaceFiles(): WorkspaceFiles {
  const root = workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const path = (name: string) => join(root, name);
  const setAutoSave = (value: string | undefined) =>
    workspace.getConfiguration('files').update('autoSave', value, ConfigurationTarget.Global);
  beforeEach(async () => setAutoSave('off'));
  afterEach(async () => {
    await setAutoSave(undefined);
    await commands.executeCommand('workbench.action.files.revert');
    await closeEditors();
    for (const name of readdirSync(root)) {
      rmSync(path(name), { recursive: true, force: true });
    }
  });
  return {
    path,
    uri: name => Uri.file(path(name)),
    async write(name, content) {
      await mkdir(dirname(path(name)), { recursive: true });
      await writeFile(path(name), content);
    },
    read(name) {
      try {
        return readFileSync(path(name), 'utf8');
      } catch {
        return undefined;
      }
    },
    names: (name = '.') => readdirSync(path(name)).sort(),
    mode: name => statSync(path(name)).mode & 0o777,
    git: (...args) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
      }),
  };
}
