import { FileType, RelativePattern, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { isEnvFileName, isTemplateName, nameOf } from './envFileNames';

/** More than anybody picks from. */
const mostFiles = 100;

/** The `.env` files of the workspace, templates last; those of installed packages aside. */
export async function findEnvFiles(): Promise<readonly Uri[]> {
  const folders = workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.flatMap(folder => [filesAtTop(folder), search(folder)]));
  const byAddress = new Map(found.flat().map(uri => [uri.toString(), uri]));
  return [...byAddress.values()].sort(
    (one, other) =>
      Number(isTemplateName(nameOf(one))) - Number(isTemplateName(nameOf(other))) ||
      depthOf(one) - depthOf(other) ||
      one.path.localeCompare(other.path),
  );
}

/** Where most are; found also where an editor has no search. */
async function filesAtTop({ uri }: WorkspaceFolder): Promise<readonly Uri[]> {
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return entries
      .filter(([name, type]) => type === FileType.File && isEnvFileName(name))
      .map(([name]) => Uri.joinPath(uri, name));
  } catch {
    return [];
  }
}

async function search(folder: WorkspaceFolder): Promise<readonly Uri[]> {
  try {
    return await workspace.findFiles(
      new RelativePattern(folder, '**/{.env*,*.env}'),
      '**/{node_modules,.git,.venv,vendor,dist,build}/**',
      mostFiles,
    );
  } catch {
    return [];
  }
}

function depthOf({ path }: Uri): number {
  return path.split('/').length;
}
