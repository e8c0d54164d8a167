import { Uri, workspace } from 'vscode';

/** A file (a URI as text) as VS Code shows it: relative to its folder, whose name leads where there are several. */
export function shownPath(file: string): string {
  return workspace.asRelativePath(Uri.parse(file));
}
