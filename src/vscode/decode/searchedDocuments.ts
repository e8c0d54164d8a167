import { workspace, type TextDocument } from 'vscode';

/**
 * Whether secrets are pointed out in a document. Only where somebody can take them out, so not in
 * git's side of a comparison nor in an output; not in logs; and not in `.env` files, their place.
 */
export function isSearched({ uri, languageId }: TextDocument): boolean {
  return isWritable(uri.scheme) && languageId !== 'log' && !isEnvironmentFile(uri.path);
}

function isWritable(scheme: string): boolean {
  return (
    scheme === 'untitled' ||
    scheme === 'vscode-notebook-cell' ||
    workspace.fs.isWritableFileSystem(scheme) === true
  );
}

/** `.env`, `.env.local`, `production.env` */
function isEnvironmentFile(path: string): boolean {
  return /(?:^|\/)\.env[^/]*$|\.env$/.test(path);
}
