import { Disposable, workspace } from 'vscode';
import type { OpenDocuments } from '../../core/envFiles/openDocuments';

/** The documents that are open in this window. */
export const openDocuments: OpenDocuments = {
  hasUnsavedChanges: file =>
    workspace.textDocuments.some(({ uri, isDirty }) => isDirty && uri.toString() === file),

  onDidSettle: listener =>
    Disposable.from(
      workspace.onDidSaveTextDocument(({ uri }) => listener(uri.toString())),
      workspace.onDidCloseTextDocument(({ uri }) => listener(uri.toString())),
      // A document that is reverted changes, and is not dirty after it.
      workspace.onDidChangeTextDocument(({ document: { uri, isDirty } }) => {
        if (!isDirty) {
          listener(uri.toString());
        }
      }),
    ),
};
