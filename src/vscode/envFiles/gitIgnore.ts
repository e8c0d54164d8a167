import { Uri, workspace } from 'vscode';
import { appendGitIgnoreLine, gitIgnoreLine } from '../../core/git/gitIgnoreLine';
import type { GitStanding } from '../../core/git/gitStanding';
import { envFileStore } from './envFileStore';
import { openDocuments } from './openDocuments';
import { standingOf } from './standingOf';

/** The line that keeps a file out of git, and the `.gitignore` (a URI as text) that it goes to. */
export interface GitIgnoreEntry {
  readonly gitIgnore: string;
  readonly line: string;
}

/** How adding the line went. */
export type GitIgnoreOutcome =
  | 'ignored'
  /** The `.gitignore` is open with unsaved changes. */
  | 'unsaved'
  /** It could not be written. */
  | 'unwritable'
  /** Another rule takes the file in again. */
  | 'overruled';

/** Others may write to it too. */
const mostAttempts = 5;

/**
 * Where the line goes: to the repository's own `.gitignore`, or to one in the file's workspace folder
 * where the repository's is not in the workspace.
 */
export function gitIgnoreEntry(
  file: string,
  { gitIgnoreFile, gitIgnoreLine: line }: Extract<GitStanding, { kind: 'exposed' }>,
): GitIgnoreEntry {
  const uri = Uri.parse(file, true);
  const top = uri.with({ path: gitIgnoreFile });
  const folder = workspace.getWorkspaceFolder(uri);
  if (folder === undefined || workspace.getWorkspaceFolder(top)) {
    return { gitIgnore: top.toString(), line };
  }
  const relativePath = uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
  const own = Uri.joinPath(folder.uri, '.gitignore');
  return { gitIgnore: own.toString(), line: gitIgnoreLine(relativePath) };
}

/** Adds the line, and looks whether git ignores the file now. */
export async function addToGitIgnore(
  file: string,
  { gitIgnore, line }: GitIgnoreEntry,
): Promise<GitIgnoreOutcome> {
  if (openDocuments.hasUnsavedChanges(gitIgnore)) {
    return 'unsaved';
  }
  if (!(await append(gitIgnore, line))) {
    return 'unwritable';
  }
  return (await standingOf(file)).kind === 'ignored' ? 'ignored' : 'overruled';
}

async function append(gitIgnore: string, line: string): Promise<boolean> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const reading = await envFileStore.read(gitIgnore);
    if (reading.kind === 'obstacle' || (reading.kind === 'text' && reading.isReadOnly)) {
      return false;
    }
    const before = reading.kind === 'text' ? reading.text : undefined;
    const after = appendGitIgnoreLine(before ?? '', line);
    if (
      after === before ||
      (await envFileStore.replace(gitIgnore, { before, after, isPrivate: false }))
    ) {
      return true;
    }
  }
  return false;
}
