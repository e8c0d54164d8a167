import { Uri, workspace } from 'vscode';
import type {
  EnvFileReading,
  EnvFileReplacement,
  EnvFileStore,
} from '../../core/envFiles/envFileStore';
import { utf8Bytes } from '../../core/envFiles/utf8Text';
import { removeLeftBehind } from '../../files/passingFolder';
import { readTextFile } from '../../files/readTextFile';
import { createFile, replaceFile } from '../../files/replaceFile';
import { readWorkspaceFile, replaceWorkspaceFile, tidyWorkspace } from './workspaceFiles';

/**
 * The files of the workspace. Those of this machine are reached without VS Code, which can't replace
 * a file in one step nor keep its mode.
 */
export const envFileStore: EnvFileStore = {
  async read(file): Promise<EnvFileReading> {
    const uri = Uri.parse(file, true);
    const folder = workspace.getWorkspaceFolder(uri);
    if (folder === undefined) {
      return { kind: 'obstacle', obstacle: 'outside' };
    }
    return isLocal(uri) ? readTextFile(uri.fsPath, folder.uri.fsPath) : readWorkspaceFile(uri);
  },

  async replace(file, replacement: EnvFileReplacement): Promise<boolean> {
    const uri = Uri.parse(file, true);
    if (!isLocal(uri)) {
      return replaceWorkspaceFile(uri, replacement);
    }
    const { before, after, isPrivate } = replacement;
    return before === undefined
      ? createFile(uri.fsPath, utf8Bytes(after), isPrivate)
      : replaceFile(uri.fsPath, { before: utf8Bytes(before), after: utf8Bytes(after) });
  },

  async tidy(file): Promise<void> {
    const uri = Uri.parse(file, true);
    await (isLocal(uri)
      ? removeLeftBehind(Uri.joinPath(uri, '..').fsPath, Date.now())
      : tidyWorkspace(uri).catch(() => undefined));
  },
};

/** Whether a file is on the machine that this extension runs on. */
export function isLocal({ scheme }: Uri): boolean {
  return scheme === 'file';
}
