import { FilePermission, FileSystemError, FileType, Uri, workspace, type FileStat } from 'vscode';
import type { EnvFileReading, EnvFileReplacement } from '../../core/envFiles/envFileStore';
import { largestEnvFile, utf8Bytes, utf8Text } from '../../core/envFiles/utf8Text';
import { nameOf } from './envFileNames';
import { ignoreAll, leftBehindAfter, passingPrefix } from '../../files/passingFolder';

// For files that only VS Code reaches: those of a remote machine, from an extension on this one.

/**
 * Reads a file below a folder of the workspace. What lies above the folder may hold no link either:
 * there is no way to ask where it leads.
 */
export async function readWorkspaceFile(uri: Uri): Promise<EnvFileReading> {
  const stats = await Promise.all(withFoldersAbove(uri).map(statOf));
  if (stats.some(stat => stat !== undefined && (stat.type & FileType.SymbolicLink) !== 0)) {
    return { kind: 'obstacle', obstacle: 'link' };
  }
  const [stat] = stats;
  if (stat === undefined) {
    return { kind: 'missing' };
  }
  if (stat.type !== FileType.File) {
    return { kind: 'obstacle', obstacle: 'notAFile' };
  }
  if (stat.size > largestEnvFile) {
    return { kind: 'obstacle', obstacle: 'tooLarge' };
  }
  const bytes = await readIfThere(uri);
  const text = bytes && utf8Text(bytes);
  if (bytes === undefined) {
    return { kind: 'missing' };
  }
  return text === undefined
    ? { kind: 'obstacle', obstacle: 'notUtf8' }
    : { kind: 'text', text, isReadOnly: stat.permissions === FilePermission.Readonly };
}

/**
 * Puts a text in place of another, or makes a file. The new text is written whole before the old one
 * goes. But VS Code deletes what it renames over, so for a moment there is no file: `tidyWorkspace`
 * brings it back where that was the end. A copy of the old file keeps its mode.
 */
export async function replaceWorkspaceFile(
  uri: Uri,
  { before, after }: EnvFileReplacement,
): Promise<boolean> {
  const folder = Uri.joinPath(uri, '..', passingPrefix + crypto.randomUUID().slice(0, 8));
  const file = Uri.joinPath(folder, nameOf(uri));
  try {
    await workspace.fs.writeFile(Uri.joinPath(folder, '.gitignore'), utf8Bytes(ignoreAll));
    if (before !== undefined) {
      await workspace.fs.copy(uri, file);
    }
    await workspace.fs.writeFile(file, utf8Bytes(after));
    const now = await readIfThere(uri);
    if (before === undefined ? now !== undefined : !sameBytes(now, utf8Bytes(before))) {
      return false;
    }
    await workspace.fs.rename(file, uri, { overwrite: before !== undefined });
    return true;
  } catch (error) {
    if (isMissing(error) || isThere(error)) {
      return false;
    }
    throw error;
  } finally {
    await remove(folder);
  }
}

/** Removes what was left behind beside a file; where the file itself went missing so, puts it back. */
export async function tidyWorkspace(uri: Uri): Promise<void> {
  const parent = Uri.joinPath(uri, '..');
  const entries = await entriesOf(parent);
  const leftBehind = entries.filter(([name]) => name.startsWith(passingPrefix));
  for (const [name] of leftBehind) {
    const folder = Uri.joinPath(parent, name);
    const changed = (await statOf(folder))?.mtime ?? Infinity;
    if (Date.now() - changed > leftBehindAfter) {
      if ((await statOf(uri)) === undefined) {
        await workspace.fs.rename(Uri.joinPath(folder, nameOf(uri)), uri).then(undefined, ignore);
      }
      await remove(folder);
    }
  }
}

/** A file's bytes; undefined when there is no such file, or a folder in its place. */
export function readIfThere(uri: Uri): Promise<Uint8Array | undefined> {
  return ifThere(workspace.fs.readFile(uri));
}

function statOf(uri: Uri): Promise<FileStat | undefined> {
  return ifThere(workspace.fs.stat(uri));
}

async function ifThere<T>(call: Thenable<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw error;
  }
}

async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function remove(folder: Uri): Promise<void> {
  // What stays is removed the next time.
  await workspace.fs.delete(folder, { recursive: true, useTrash: false }).then(undefined, ignore);
}

function ignore(): void {
  // Nothing depends on it.
}

function withFoldersAbove(uri: Uri): readonly Uri[] {
  const segments = uri.path.split('/').slice(1);
  return segments.map((_segment, depth) =>
    uri.with({ path: `/${segments.slice(0, segments.length - depth).join('/')}` }),
  );
}

function sameBytes(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one?.length === other.length && one.every((byte, index) => byte === other[index]);
}

function isMissing(error: unknown): boolean {
  return hasCode(error, 'FileNotFound', 'FileNotADirectory', 'FileIsADirectory');
}

function isThere(error: unknown): boolean {
  return hasCode(error, 'FileExists');
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof FileSystemError && codes.includes(error.code);
}
