import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'mocha';
import { commands, Uri, window, workspace, type TextEditor } from 'vscode';
import { eventually } from './eventually';

/** Files to open in a test. */
export interface TextFiles {
  /** Writes a file and opens it as a user does: its document is closed with its tab. */
  open(name: string, text: string): Promise<TextEditor>;
}

/** A folder of its own for each test of a suite; after it, every editor is closed. */
export function useTextFiles(): TextFiles {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'telnyx-rooms-files-'));
  });
  afterEach(async () => {
    await workspace.saveAll(false);
    await closeEditors();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    async open(name, text) {
      const path = join(folder, name);
      await writeFile(path, text);
      return openEditor(Uri.file(path));
    },
  };
}

/** Opens a document in an editor that has the focus. */
export async function openEditor(uri: Uri): Promise<TextEditor> {
  await commands.executeCommand('vscode.open', uri, { preview: false });
  return activeEditor(editor => editor.document.uri.toString() === uri.toString());
}

/** The editor with the focus, as soon as it is one that is asked for. */
export async function activeEditor(isWanted: (editor: TextEditor) => boolean): Promise<TextEditor> {
  const editor = () => {
    const active = window.activeTextEditor;
    return active && isWanted(active) ? active : undefined;
  };
  await eventually(() => editor() !== undefined);
  return editor() ?? activeEditor(isWanted);
}

/** Closes every editor, and waits until none has the focus. */
export async function closeEditors(): Promise<void> {
  await commands.executeCommand('workbench.action.closeAllEditors');
  await eventually(() => window.activeTextEditor === undefined);
}
