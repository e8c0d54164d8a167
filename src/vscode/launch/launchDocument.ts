import {
  FileSystemError,
  FileType,
  Position,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
  type WorkspaceFolder,
} from 'vscode';
import type { TextEdit } from '../../core/launchFile/launchFile';

/** The `launch.json` of a folder as its editor has it, or as it is yet to be made. */
export class LaunchDocument {
  /** What it held when it was opened; empty where there is no file. */
  readonly text: string;

  private constructor(
    private readonly uri: Uri,
    private readonly document: TextDocument | undefined,
  ) {
    this.text = document?.getText() ?? '';
  }

  /** Undefined where a symbolic link stands on the way to the file. */
  static async open(folder: WorkspaceFolder): Promise<LaunchDocument | undefined> {
    const settings = Uri.joinPath(folder.uri, '.vscode');
    const uri = Uri.joinPath(settings, 'launch.json');
    const [ofSettings, ofFile] = [await typeOf(settings), await typeOf(uri)];
    if (isLink(ofSettings) || isLink(ofFile)) {
      return undefined;
    }
    const document = ofFile === undefined ? undefined : await workspace.openTextDocument(uri);
    return new LaunchDocument(uri, document);
  }

  /**
   * Changes the text as an edit that can be undone, and shows it. Saves it too, unless it held
   * unsaved changes. False when it can't be changed, or is no longer what it was.
   */
  async apply(edits: readonly TextEdit[]): Promise<boolean> {
    if (this.document?.getText() !== this.text && this.document !== undefined) {
      return false;
    }
    const wasDirty = this.document?.isDirty === true;
    if (edits.length > 0 && !(await workspace.applyEdit(this.workspaceEdit(edits)))) {
      return false;
    }
    const document = await workspace.openTextDocument(this.uri);
    await this.showAt(document.positionAt(edits[0]?.offset ?? 0));
    if (!wasDirty) {
      await document.save();
    }
    return true;
  }

  /** Shows a place in the text, by line and column from 1 on. */
  async show({ line, column }: { readonly line: number; readonly column: number }): Promise<void> {
    await this.showAt(new Position(line - 1, column - 1));
  }

  private workspaceEdit(edits: readonly TextEdit[]): WorkspaceEdit {
    const edit = new WorkspaceEdit();
    const { document, uri } = this;
    if (document === undefined) {
      const contents = edits.map(({ content }) => content).join('');
      edit.createFile(uri, { contents: new TextEncoder().encode(contents) });
    } else {
      for (const { offset, length, content } of edits) {
        const end = document.positionAt(offset + length);
        edit.replace(uri, new Range(document.positionAt(offset), end), content);
      }
    }
    return edit;
  }

  private async showAt(position: Position): Promise<void> {
    await window.showTextDocument(this.uri, { selection: new Range(position, position) });
  }
}

/** Undefined where there is nothing. */
async function typeOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') {
      return undefined;
    }
    throw error;
  }
}

function isLink(type: FileType = FileType.Unknown): boolean {
  return (type & FileType.SymbolicLink) !== 0;
}
