import { Uri } from 'vscode';
import { gitStanding, type GitStanding } from '../../core/git/gitStanding';
import { realPath } from '../../files/readTextFile';
import { isLocal } from './envFileStore';
import { readIfThere } from './workspaceFiles';

/**
 * How git stands to a file (a URI as text). Only disks hold what git knows: a file system of another
 * sort may be a repository itself, such as one that is opened from GitHub, so it is unknown there.
 */
export async function standingOf(file: string): Promise<GitStanding> {
  const uri = Uri.parse(file, true);
  if (!isLocal(uri) && uri.scheme !== 'vscode-remote') {
    return { kind: 'unknown' };
  }
  try {
    const { path } = isLocal(uri) ? Uri.file(await realPath(uri.fsPath)) : uri;
    return await gitStanding(path, { read: path => readIfThere(uri.with({ path })) });
  } catch {
    return { kind: 'unknown' };
  }
}
